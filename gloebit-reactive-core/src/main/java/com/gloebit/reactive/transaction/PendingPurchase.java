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
 * A purchase in its encoded form: the id, the endpoint, the body that every attempt sends, and the payer's account.
 * Store {@link #encode()} to be able to send the purchase again after a restart.
 *
 * <p>It is confidential: it contains user data and, with holds, the signed callback URLs. It contains neither a token
 * nor a secret.
 *
 * <p>Two purchases are equal if they send the same body to the same endpoint for the same account.
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
     * Creates a purchase from its parts.
     *
     * @param transactionId the id of the purchase
     * @param kind the kind of purchase
     * @param version the endpoint that the body was encoded for; ignored for payments between users, which have only
     *     one endpoint
     * @param appUserId the payer's {@code app_user_id}, 1 to 256 characters; null if unknown
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
     * Decodes the result of {@link #encode()}.
     *
     * @param stored the stored bytes
     * @return the purchase
     * @throws IllegalArgumentException if the bytes are not an encoded purchase
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

    /** The message does not quote the name, which may be user data. */
    private static <E extends Enum<E>> E constant(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("stored is no purchase: it has a kind or an endpoint that there is not");
    }

    /**
     * Encodes all parts as one value, for a column or a file.
     *
     * @return bytes for {@link #decode}; they contain user data
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
     * Returns a copy with another time of the last unanswered request. Store a purchase with null before you resend it:
     * if the process ends during the resend, the time of that request is unknown.
     *
     * @param unansweredAt the time at which the last request without a usable answer ended, 1970 to 3000; null if
     *     unknown, in which case the time of the next resend counts
     * @return a copy
     */
    public PendingPurchase withUnansweredAt(@Nullable Instant unansweredAt) {
        if (unansweredAt != null && (unansweredAt.isBefore(Instant.EPOCH) || unansweredAt.isAfter(LAST))) {
            throw new IllegalArgumentException("unansweredAt is " + unansweredAt + "; 1970 to 3000 is allowed");
        }
        return new PendingPurchase(transactionId, kind, version, appUserId, body, unansweredAt);
    }

    /**
     * The id under which Gloebit books the purchase.
     *
     * @return never null
     */
    public TransactionId transactionId() {
        return transactionId;
    }

    /**
     * The kind of purchase.
     *
     * @return never null
     */
    public PurchaseKind kind() {
        return kind;
    }

    /**
     * The endpoint that the body was encoded for. The purchase is always sent there, whatever the client's present
     * setting.
     *
     * @return never null; meaningless for a payment between users
     */
    public TransactVersion version() {
        return version;
    }

    /**
     * The payer's {@code app_user_id}. The client never sends the purchase with the token of another account.
     *
     * @return null if unknown
     */
    public @Nullable String appUserId() {
        return appUserId;
    }

    /**
     * The encoded body.
     *
     * @return a copy; it contains user data
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The time at which the last request without a usable answer ended, to the millisecond. A refusal can end the doubt
     * only long after this time: see {@code AuthorizedUser.resend}. This class does not record acceptance: keep the
     * receipt.
     *
     * @return null if no request was given up, or if the time is unknown
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

    /** Contains neither body nor account, which identify the user. */
    @Override
    public String toString() {
        return "PendingPurchase[" + transactionId + ", " + kind + ", " + body.length + " bytes]";
    }
}
