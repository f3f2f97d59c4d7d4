package com.gloebit.simulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import javax.security.auth.x500.X500Principal;

/**
 * A new key and its certificate (RFC 5280), for {@code localhost} and 127.0.0.1.
 *
 * <p>The JDK has no API that creates certificates, and Netty's builder needs Bouncy Castle. The certificate is not
 * marked as a certificate authority, because some clients refuse an authority as a server. It has no key usage
 * extension, because OpenSSL does not accept a self-signed certificate with that extension as its own issuer.
 */
public record SelfSignedCertificate(PrivateKey key, X509Certificate certificate) {
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    /** Apple's clients accept at most 825 days. */
    private static final Duration VALIDITY = Duration.ofDays(365);

    private static final int SERIAL_BITS = 127;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.objectIdentifier(2, 5, 29, 17);
    private static final byte[] BASIC_CONSTRAINTS = Der.objectIdentifier(2, 5, 29, 19);
    private static final byte[] EXTENDED_KEY_USAGE = Der.objectIdentifier(2, 5, 29, 37);
    private static final byte[] SERVER_AUTHENTICATION = Der.objectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, 1);
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public static SelfSignedCertificate create(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new SelfSignedCertificate(keys.getPrivate(), parse(signed(keys, toBeSigned(keys, now))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make a certificate", e);
        }
    }

    private static byte[] toBeSigned(KeyPair keys, Instant now) {
        byte[] name = new X500Principal("CN=Gloebit simulator").getEncoded();
        byte[] version3 = Der.integer(BigInteger.TWO);
        return Der.sequence(
                Der.explicit(0, version3),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(VALIDITY))),
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, extensions()));
    }

    private static byte[] extensions() {
        byte[] noAuthority = Der.sequence();
        byte[] names = Der.sequence(
                Der.implicit(DNS_NAME, "localhost".getBytes(US_ASCII)), Der.implicit(IP_ADDRESS, LOOPBACK));
        return Der.sequence(
                Der.sequence(BASIC_CONSTRAINTS, Der.isTrue(), Der.octetString(noAuthority)),
                Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octetString(names)),
                Der.sequence(EXTENDED_KEY_USAGE, Der.octetString(Der.sequence(SERVER_AUTHENTICATION))));
    }

    private static byte[] signed(KeyPair keys, byte[] toBeSigned) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(toBeSigned);
        return Der.sequence(toBeSigned, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
    }

    private static X509Certificate parse(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** Omits the private key. */
    @Override
    public String toString() {
        return "SelfSignedCertificate[serial=" + certificate.getSerialNumber().toString(16) + "]";
    }
}
