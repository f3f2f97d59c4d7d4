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

/** Compares an encoded purchase with the journal's entry, and its payer with the credential. */
final class PurchaseComparison {
    private PurchaseComparison() {}

    /**
     * Rejects a body with another transaction id than the pending purchase: Gloebit would carry out that other
     * transaction, and its answer would be taken for this one's.
     */
    static void requireId(PendingPurchase pending) {
        byte[] body = pending.body();
        String id;
        try {
            id = JsonObject.parse(body, body.length).text("transaction-id");
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("pending has a body that is not a purchase: " + e.getMessage());
        }
        if (!id.equals(pending.transactionId().value())) {
            throw new IllegalArgumentException(
                    "pending has the body of another transaction than " + pending.transactionId());
        }
    }

    /**
     * Rejects a body without hold callbacks: Gloebit books it without an enact, so a veto in the journal would have no
     * effect.
     */
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

    /** Rejects a credential of another Gloebit account, so that one account never pays for another. */
    static void requireAccount(PendingPurchase pending, Credential credential) {
        if (isOtherAccount(pending, credential)) {
            throw new IllegalArgumentException(
                    "pending is of another Gloebit account than the credential: " + pending.transactionId());
        }
    }

    private static boolean isOtherAccount(PendingPurchase pending, Credential credential) {
        return differ(account(pending, members(pending)), credential.appUserId());
    }

    /**
     * Compares a purchase with the journal entry under its id. Ignores when they were encoded, and which key signed
     * their callback URLs.
     *
     * @param user the application's key for the payer; null if it is not known
     * @param isOwn whether the purchase carries the bytes that the journal stored
     */
    static PurchaseMatch compare(
            JournalEntry existing,
            PendingPurchase purchase,
            @Nullable String user,
            @Nullable Credential credential,
            boolean isOwn) {
        boolean hasBothKeys = user != null && existing.user() != null;
        boolean isSameKey = hasBothKeys && Objects.equals(user, existing.user());
        if (hasBothKeys && !isSameKey) {
            return PurchaseMatch.OTHER;
        }
        PurchaseMatch match = compare(existing.purchase(), purchase, isSameKey || isOwn);
        boolean isOtherAccount = credential != null && isOtherAccount(existing.purchase(), credential);
        return match == PurchaseMatch.SAME && isOtherAccount ? PurchaseMatch.MAYBE_SAME : match;
    }

    /** @param isSameUser whether both are known to belong to one user; a user can change name */
    private static PurchaseMatch compare(PendingPurchase first, PendingPurchase second, boolean isSameUser) {
        Map<String, @Nullable Object> members = members(first);
        Map<String, @Nullable Object> secondMembers = members(second);
        String account = account(first, members);
        String secondAccount = account(second, secondMembers);
        boolean isSameName =
                isSameName(members.remove(PurchaseEncoder.USERNAME), secondMembers.remove(PurchaseEncoder.USERNAME));
        members.remove(PurchaseEncoder.APP_USER_ID);
        secondMembers.remove(PurchaseEncoder.APP_USER_ID);
        if (first.kind() != second.kind() || !members.equals(secondMembers)) {
            return PurchaseMatch.OTHER;
        }
        boolean isSameAccount = account != null && account.equals(secondAccount);
        return isSameAccount || ((isSameName || isSameUser) && !differ(account, secondAccount))
                ? PurchaseMatch.SAME
                : PurchaseMatch.MAYBE_SAME;
    }

    /** An empty name is unknown, so it does not equal another empty name. */
    private static boolean isSameName(@Nullable Object name, @Nullable Object otherName) {
        return name != null && !name.equals("") && name.equals(otherName);
    }

    /**
     * Unknown accounts do not differ: a credential may lack the account id that an older one of the same account had.
     */
    private static boolean differ(@Nullable String account, @Nullable String otherAccount) {
        return account != null && otherAccount != null && !account.equals(otherAccount);
    }

    /**
     * The account is stored beside the body. If it is missing there, because the application stored only the body, it
     * is read from the body.
     */
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
