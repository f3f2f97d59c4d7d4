package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.hold.HeldMembers;
import com.gloebit.reactive.internal.hold.PurchaseMatch;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.PendingPurchase;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an encoded purchase with what it is stored as, and with who wants to pay for it. */
final class PurchaseComparison {
    private PurchaseComparison() {}

    /** A stored body under the id of another would be sent, and answered, for the other. */
    static void requireId(PendingPurchase pending) {
        byte[] body = pending.body();
        String id;
        try {
            id = JsonObject.parse(body, body.length).text("transaction-id");
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("pending has a body that is no purchase: " + e.getMessage());
        }
        if (!id.equals(pending.transactionId().value())) {
            throw new IllegalArgumentException(
                    "pending has the body of another transaction than " + pending.transactionId());
        }
    }

    /** Gloebit asks nobody before it books a body without callbacks: a veto of ours would be none. */
    static void requireHolds(PendingPurchase pending) {
        byte[] body = pending.body();
        if (!JsonObject.parse(body, body.length).has(PurchaseEncoder.urlOf(HoldStep.ENACT))) {
            throw new IllegalArgumentException("pending was encoded without hold callbacks, and this client has holds: "
                    + pending.transactionId() + "; a client without holds can send it again");
        }
        try {
            HeldMembers.read(pending, null);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(
                    "pending has a body that does not say what was bought: " + e.getMessage());
        }
    }

    /** The token of one account must not pay for another. */
    static void requireAccount(PendingPurchase pending, Credential credential) {
        if (isOfAnotherAccount(pending, credential)) {
            throw new IllegalArgumentException(
                    "pending is of another Gloebit account than the credential: " + pending.transactionId());
        }
    }

    private static boolean isOfAnotherAccount(PendingPurchase pending, Credential credential) {
        return areTwo(account(pending, members(pending)), credential.appUserId());
    }

    /**
     * Whether a purchase is the one that the journal has. When they were encoded does not matter, nor with which key their
     * URLs were signed.
     *
     * @param user the application's key for the payer; null if it is not known
     * @param isOwn whether the caller brings the journal's bytes back
     */
    static PurchaseMatch compare(
            JournalEntry kept,
            PendingPurchase purchase,
            @Nullable String user,
            @Nullable Credential credential,
            boolean isOwn) {
        boolean haveKeys = user != null && kept.user() != null;
        boolean isOneKey = haveKeys && Objects.equals(user, kept.user());
        if (haveKeys && !isOneKey) {
            return PurchaseMatch.OTHER;
        }
        PurchaseMatch match = compare(kept.purchase(), purchase, isOneKey || isOwn);
        boolean isOfAnother = credential != null && isOfAnotherAccount(kept.purchase(), credential);
        return match == PurchaseMatch.SAME && isOfAnother ? PurchaseMatch.PERHAPS : match;
    }

    /** @param isOneUser whether both are known to be of one user: that outlives a name */
    private static PurchaseMatch compare(PendingPurchase one, PendingPurchase other, boolean isOneUser) {
        Map<String, @Nullable Object> ones = members(one);
        Map<String, @Nullable Object> others = members(other);
        String account = account(one, ones);
        String otherAccount = account(other, others);
        boolean isOneName = isOneName(ones.remove(PurchaseEncoder.USERNAME), others.remove(PurchaseEncoder.USERNAME));
        ones.remove(PurchaseEncoder.APP_USER_ID);
        others.remove(PurchaseEncoder.APP_USER_ID);
        if (one.kind() != other.kind() || !ones.equals(others)) {
            return PurchaseMatch.OTHER;
        }
        boolean isOneAccount = account != null && account.equals(otherAccount);
        return isOneAccount || ((isOneName || isOneUser) && !areTwo(account, otherAccount))
                ? PurchaseMatch.SAME
                : PurchaseMatch.PERHAPS;
    }

    /** An empty name is not the same as another empty name. */
    private static boolean isOneName(@Nullable Object name, @Nullable Object other) {
        return name != null && !name.equals("") && name.equals(other);
    }

    /** A credential may lack the id that an older one of the same account had. */
    private static boolean areTwo(@Nullable String account, @Nullable String other) {
        return account != null && other != null && !account.equals(other);
    }

    /** Kept beside the body; the body alone names it where the two were stored apart. */
    private static @Nullable String account(PendingPurchase purchase, Map<String, @Nullable Object> members) {
        Object inBody = members.get(PurchaseEncoder.APP_USER_ID);
        return purchase.appUserId() != null ? purchase.appUserId() : inBody == null ? null : inBody.toString();
    }

    private static Map<String, @Nullable Object> members(PendingPurchase purchase) {
        byte[] body = purchase.body();
        Map<String, @Nullable Object> members =
                new HashMap<>(JsonObject.parse(body, body.length).members());
        members.remove("request-created");
        for (HoldStep step : HoldStep.values()) {
            members.remove(PurchaseEncoder.urlOf(step));
        }
        return members;
    }
}
