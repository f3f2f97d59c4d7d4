package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The id of one purchase, chosen by the application. Gloebit books each id once, so a purchase that is sent again under
 * the same id cannot charge twice. Derive it from the purchase where possible, such as from an order number or a
 * primary key.
 *
 * @param value 1 to 36 characters, none of them a control character
 */
public record TransactionId(String value) {
    private static final int MAX_LENGTH = 36;
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * A per-thread generator never blocks an event loop, but has a small seed. The salt makes the ids of two processes
     * differ even if their seeds coincide. Reading the salt can block, so the client's builder reads it first.
     */
    private static final class Salt {
        private static final long HIGH;
        private static final long LOW;

        static {
            SecureRandom seed = new SecureRandom();
            HIGH = seed.nextLong();
            LOW = seed.nextLong();
        }
    }

    public TransactionId {
        Arguments.text("transactionId", value, MAX_LENGTH);
    }

    /**
     * Creates an id from its text.
     *
     * @param value 1 to 36 characters, none of them a control character
     * @return the id
     */
    public static TransactionId of(String value) {
        return new TransactionId(value);
    }

    /**
     * Creates a unique id: a version 4 UUID, which is not a secret. Store it before the purchase: an application that
     * creates a new id for every try charges for every try.
     *
     * <p>Does not block after the first client builder was created. Before that, the first id may wait for the system's
     * source of randomness.
     *
     * @return a new id
     */
    public static TransactionId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = ((random.nextLong() ^ Salt.HIGH) & ~0xF000L) | 0x4000L;
        long low = ((random.nextLong() ^ Salt.LOW) & ~(3L << 62)) | (2L << 62);
        return new TransactionId(new UUID(high, low).toString());
    }

    /**
     * Returns whether an id from an answer equals this one. UUIDs are compared without regard to case.
     *
     * @param echoed the id that Gloebit sent
     * @return true if both identify the same purchase
     */
    public boolean matches(String echoed) {
        return UUID_SHAPE.matcher(value).matches() ? value.equalsIgnoreCase(echoed) : value.equals(echoed);
    }

    @Override
    public String toString() {
        return value;
    }
}
