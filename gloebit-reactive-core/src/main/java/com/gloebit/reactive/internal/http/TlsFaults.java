package com.gloebit.reactive.internal.http;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Tells the faults of TLS that a repeat does not mend from those of the network. */
final class TlsFaults {
    private static final int DEEPEST = 10;

    private TlsFaults() {}

    /**
     * What is wrong, in our words: the exceptions may quote what the server sent. Null if it may pass, as a handshake that
     * took too long or was broken off.
     */
    static @Nullable String lasting(Throwable error) {
        if (error instanceof NotSslRecordException) {
            return "what answers there does not speak TLS";
        }
        return error instanceof SSLHandshakeException && !(error instanceof SslHandshakeTimeoutException)
                ? refused(causes(error))
                : null;
    }

    /** The reason that a certificate is refused for is wrapped in further exceptions of certificates. */
    private static String refused(List<Throwable> causes) {
        if (has(causes, CertificateExpiredException.class) || has(causes, CertificateNotYetValidException.class)) {
            return "its certificate is not valid at this time";
        }
        if (has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class)) {
            return "nobody who is trusted vouches for its certificate";
        }
        return has(causes, CertificateException.class)
                ? "its certificate is not accepted, for this host or at all"
                : "the handshake failed; maybe no version of TLS is common to both";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> causes(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }
}
