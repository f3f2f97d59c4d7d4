package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The name of one purchase, chosen by the application. Gloebit books an id once: sent again under the same id, a
 * purchase cannot charge twice. Best taken from what is bought: an order number, a row's key.
 *
 * @param value 1 to 36 characters, none of them a control character
 */
public record TransactionId(String value) {
    private static final int MAX_LENGTH = 36;
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * A per-thread generator never blocks an event loop, but it is seeded with little; the salt of the process keeps two
     * processes that happen to share a seed apart. Reading it can block, so it is read where the first client is set up.
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
     * The purchase's own name.
     *
     * @param value 1 to 36 characters, none of them a control character
     * @return the id
     */
    public static TransactionId of(String value) {
        return new TransactionId(value);
    }

    /**
     * An id that no other purchase has: a version 4 UUID. Unique, not secret. Store it before you buy: an id that is
     * made anew on every try charges anew on every try.
     *
     * <p>Does not block once a client's builder was made; before that, the first id may wait for the system's randomness.
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
     * Whether an id that came back is this one. UUIDs are compared without regard to case.
     *
     * @param echoed what Gloebit sent
     * @return true if it names the same purchase
     */
    public boolean matches(String echoed) {
        return UUID_SHAPE.matcher(value).matches() ? value.equalsIgnoreCase(echoed) : value.equals(echoed);
    }

    @Override
    public String toString() {
        return value;
    }
}
