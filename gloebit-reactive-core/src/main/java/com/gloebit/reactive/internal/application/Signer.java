package com.gloebit.reactive.internal.application;

import com.gloebit.reactive.internal.Arguments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over a purpose and parts. Each part is preceded by its length, so that no two lists of parts have the
 * same signature. The purpose prevents the use of a signature for anything else. Signs with the first key and accepts
 * every key, so that keys can be rotated.
 */
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";
    private final List<SecretKeySpec> keys;

    public Signer(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("at least one signing key is required");
        }
        this.keys = keys.stream()
                .map(key -> new SecretKeySpec(Arguments.signingKey("key", key), ALGORITHM))
                .toList();
    }

    /** Creates a signer with a random key that exists only in this process. */
    public static Signer random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Signer(List.of(key));
    }

    public byte[] sign(String purpose, String... parts) {
        return mac(keys.get(0), purpose, parts);
    }

    public boolean verify(byte[] signature, String purpose, String... parts) {
        boolean valid = false;
        for (SecretKeySpec key : keys) {
            valid |= MessageDigest.isEqual(mac(key, purpose, parts), signature);
        }
        return valid;
    }

    private static byte[] mac(SecretKeySpec key, String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, purpose);
            for (String part : parts) {
                update(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "Signer[redacted]";
    }
}
