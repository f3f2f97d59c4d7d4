package com.gloebit.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate of a simulator with TLS, in the forms that clients accept as trusted. It is self-signed, created for
 * each simulator, and names {@code localhost} and 127.0.0.1.
 */
public final class TlsCertificate {
    private final X509Certificate certificate;

    TlsCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Returns the certificate as a Java object.
     *
     * @return the certificate
     */
    public X509Certificate x509() {
        return certificate;
    }

    /**
     * Returns the certificate as text. Clients in other languages, and {@code curl --cacert}, read it from a file.
     *
     * @return the certificate in PEM, ending with a line break
     */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    /**
     * Returns a factory that trusts only this certificate, for clients such as Reactor Netty.
     *
     * @return a new factory, initialized
     */
    public TrustManagerFactory trustManagerFactory() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("gloebit-simulator", certificate);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot hold trusted certificates", e);
        }
    }

    /**
     * Returns a context that trusts only this certificate, for clients such as that of the JDK.
     *
     * @return a new context, initialized
     */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagerFactory().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }
}
