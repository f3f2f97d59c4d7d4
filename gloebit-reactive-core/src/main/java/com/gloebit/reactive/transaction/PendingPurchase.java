package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it was encoded: the id and the one body that every attempt sends. Store its three parts to be able to
 * send it again after a restart. The body names the user, and with holds it has the signed callback URLs, so
 * keep it confidential; it holds neither a token nor a secret.
 */
public final class PendingPurchase {
    private static final int MAX_BODY = 64 * 1024;

    private final TransactionId transactionId;
    private final PurchaseKind kind;
    private final byte[] body;

    private PendingPurchase(TransactionId transactionId, PurchaseKind kind, byte[] body) {
        this.transactionId = transactionId;
        this.kind = kind;
        this.body = body;
    }

    /**
     * A purchase from its stored parts.
     *
     * @param transactionId its id
     * @param kind its kind
     * @param body what {@link #body()} gave, 1 to 65536 bytes
     * @return the purchase
     */
    public static PendingPurchase of(TransactionId transactionId, PurchaseKind kind, byte[] body) {
        Arguments.required("transactionId", transactionId);
        Arguments.required("kind", kind);
        Arguments.between("body.length", Arguments.required("body", body).length, 1, MAX_BODY);
        return new PendingPurchase(transactionId, kind, body.clone());
    }

    /**
     * The id under which Gloebit books it.
     *
     * @return never null
     */
    public TransactionId transactionId() {
        return transactionId;
    }

    /**
     * What kind of purchase it is.
     *
     * @return never null
     */
    public PurchaseKind kind() {
        return kind;
    }

    /**
     * The encoded body.
     *
     * @return a copy; it holds user data
     */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PendingPurchase that
                && transactionId.equals(that.transactionId)
                && kind == that.kind
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return transactionId.hashCode() * 31 + Arrays.hashCode(body);
    }

    /** Leaves the body out: it names the user. */
    @Override
    public String toString() {
        return "PendingPurchase[" + transactionId + ", " + kind + ", " + body.length + " bytes]";
    }
}
