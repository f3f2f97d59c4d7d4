package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it was encoded: the id, the endpoint and the one body that every attempt sends, and whose account it is.
 * Store {@link #encode()} to be able to send it again after a restart. It names the user, and with holds it has the signed
 * callback URLs, so keep it confidential; it holds neither a token nor a secret.
 *
 * <p>Two are equal if they send the same body to the same endpoint for the same account.
 */
public final class PendingPurchase {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_ACCOUNT = 256;
    private static final byte FORMAT = 1;
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final long NEVER = Long.MIN_VALUE;

    private final TransactionId transactionId;
    private final PurchaseKind kind;
    private final TransactVersion version;
    private final @Nullable String appUserId;
    private final byte[] body;
    private final @Nullable Instant unansweredAt;

    private PendingPurchase(
            TransactionId transactionId,
            PurchaseKind kind,
            TransactVersion version,
            @Nullable String appUserId,
            byte[] body,
            @Nullable Instant unansweredAt) {
        this.transactionId = transactionId;
        this.kind = kind;
        this.version = version;
        this.appUserId = appUserId;
        this.body = body;
        this.unansweredAt = unansweredAt;
    }

    /**
     * A purchase from its parts.
     *
     * @param transactionId its id
     * @param kind its kind
     * @param version the endpoint that the body was made for; payments between users have one endpoint only, and ignore it
     * @param appUserId the payer's {@code app_user_id}, 1 to 256 characters; null if it is not known
     * @param body the encoded body, 1 to 65536 bytes
     * @return the purchase
     */
    public static PendingPurchase of(
            TransactionId transactionId,
            PurchaseKind kind,
            TransactVersion version,
            @Nullable String appUserId,
            byte[] body) {
        Arguments.required("transactionId", transactionId);
        Arguments.required("kind", kind);
        Arguments.required("version", version);
        if (appUserId != null) {
            Arguments.text("appUserId", appUserId, MAX_ACCOUNT);
        }
        Arguments.between("body.length", Arguments.required("body", body).length, 1, MAX_BODY);
        return new PendingPurchase(transactionId, kind, version, appUserId, body.clone(), null);
    }

    /**
     * A purchase from what {@link #encode()} gave.
     *
     * @param stored the stored bytes
     * @return the purchase
     * @throws IllegalArgumentException if they are not the bytes of a purchase
     */
    public static PendingPurchase decode(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Arguments.required("stored", stored)))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalArgumentException("stored has a format that this version does not know");
            }
            TransactionId id = TransactionId.of(in.readUTF());
            PurchaseKind kind = constant(PurchaseKind.values(), in.readUTF());
            TransactVersion version = constant(TransactVersion.values(), in.readUTF());
            String appUserId = in.readUTF();
            long millis = in.readLong();
            PendingPurchase purchase = of(id, kind, version, appUserId.isEmpty() ? null : appUserId, in.readAllBytes());
            return millis == NEVER ? purchase : purchase.withUnansweredAt(Instant.ofEpochMilli(millis));
        } catch (IOException e) {
            throw new IllegalArgumentException("stored is no purchase, or cut short: " + stored.length + " bytes", e);
        }
    }

    /** The message does not quote the name: it may be user data. */
    private static <E extends Enum<E>> E constant(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("stored is no purchase: it has a kind or an endpoint that there is not");
    }

    /**
     * All parts in one value, for a column or a file.
     *
     * @return bytes for {@link #decode}; they hold user data
     */
    public byte[] encode() {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(body.length + 128);
        try (DataOutputStream out = new DataOutputStream(stored)) {
            out.writeByte(FORMAT);
            out.writeUTF(transactionId.value());
            out.writeUTF(kind.name());
            out.writeUTF(version.name());
            out.writeUTF(appUserId == null ? "" : appUserId);
            out.writeLong(unansweredAt == null ? NEVER : unansweredAt.toEpochMilli());
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return stored.toByteArray();
    }

    /**
     * The same purchase, with the time at which a request of it was given up last. Store a purchase with null before you
     * resend it: should the process not survive that, the time of the request is not known.
     *
     * @param unansweredAt when the last request without a usable answer ended, 1970 to 3000; null if it is not known, which
     *     counts as the time of the next resend
     * @return a copy
     */
    public PendingPurchase withUnansweredAt(@Nullable Instant unansweredAt) {
        if (unansweredAt != null && (unansweredAt.isBefore(Instant.EPOCH) || unansweredAt.isAfter(LAST))) {
            throw new IllegalArgumentException("unansweredAt is " + unansweredAt + "; 1970 to 3000 is allowed");
        }
        return new PendingPurchase(transactionId, kind, version, appUserId, body, unansweredAt);
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
     * The endpoint that the body was made for. It is sent there, whatever the client's setting is by then.
     *
     * @return never null; without meaning for a payment between users
     */
    public TransactVersion version() {
        return version;
    }

    /**
     * The payer's {@code app_user_id}. No token of another account pays for this purchase.
     *
     * @return null if it is not known
     */
    public @Nullable String appUserId() {
        return appUserId;
    }

    /**
     * The encoded body.
     *
     * @return a copy; it holds user data
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * When the last request without a usable answer ended, to the millisecond. The doubt ends by a refusal only long
     * after it: see {@code AuthorizedUser.resend}. That a request was accepted is not kept here: keep the receipt.
     *
     * @return null if no request was given up, or it is not known when
     */
    public @Nullable Instant unansweredAt() {
        return unansweredAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PendingPurchase that
                && transactionId.equals(that.transactionId)
                && kind == that.kind
                && version == that.version
                && Objects.equals(appUserId, that.appUserId)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return transactionId.hashCode() * 31 + Arrays.hashCode(body);
    }

    /** Leaves body and account out: they name the user. */
    @Override
    public String toString() {
        return "PendingPurchase[" + transactionId + ", " + kind + ", " + body.length + " bytes]";
    }
}
