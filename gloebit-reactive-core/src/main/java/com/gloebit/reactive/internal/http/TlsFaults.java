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

/** Distinguishes TLS faults that a retry does not fix from faults of the network. */
final class TlsFaults {
    private static final int MAX_DEPTH = 10;

    private TlsFaults() {}

    /**
     * Describes the fault in our words, because the exception may quote the server. Returns null if the fault may be
     * temporary, such as a handshake that timed out or was interrupted.
     */
    static @Nullable String lasting(Throwable error) {
        if (error instanceof NotSslRecordException) {
            return "the server does not speak TLS";
        }
        return error instanceof SSLHandshakeException && !(error instanceof SslHandshakeTimeoutException)
                ? refused(causes(error))
                : null;
    }

    /** Describes why the certificate was refused. The reason is nested in further certificate exceptions. */
    private static String refused(List<Throwable> causes) {
        if (has(causes, CertificateExpiredException.class) || has(causes, CertificateNotYetValidException.class)) {
            return "its certificate is not valid at this time";
        }
        if (has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class)) {
            return "no trusted authority signed its certificate";
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
                .limit(MAX_DEPTH)
                .toList();
    }
}
