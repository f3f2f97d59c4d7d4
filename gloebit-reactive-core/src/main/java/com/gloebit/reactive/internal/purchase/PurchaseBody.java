package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.internal.Application;
import com.gloebit.reactive.internal.hold.HoldUrls;
import com.gloebit.reactive.internal.hold.Sameness;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encodes a purchase, once. Member names are the contract's, section 9.2. */
final class PurchaseBody {
    private static final String USERNAME = "username-on-application";
    private static final String APP_USER_ID = "app-user-id";

    private PurchaseBody() {}

    static PendingPurchase freeze(
            Purchase purchase,
            Application application,
            String username,
            Credential credential,
            @Nullable HoldUrls holds) {
        byte[] body = JsonWriter.object(json -> {
            json.whole("version", 1)
                    .text("application-key", application.key())
                    .whole("request-created", application.now().getEpochSecond())
                    .text(USERNAME, username)
                    .text("transaction-id", purchase.transactionId().value())
                    .textIfPresent(APP_USER_ID, credential.appUserId());
            details(purchase.details(), json);
            if (purchase instanceof ItemPurchase item) {
                asset(item.item(), item.quantity(), item.total(), json);
            } else if (purchase instanceof UserPayment payment) {
                asset(payment.item(), payment.quantity(), payment.total(), json);
                payee(payment.payee(), json);
            } else if (purchase instanceof ProductPurchase product) {
                product(product, json);
            }
            if (holds != null) {
                callbacks(holds, purchase.transactionId(), json);
            }
        });
        return PendingPurchase.of(purchase.transactionId(), kind(purchase), body);
    }

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

    /** The token of one account must not pay for another. */
    static void requireAccount(PendingPurchase pending, Credential credential) {
        if (isOfAnother(pending, credential)) {
            throw new IllegalArgumentException(
                    "pending is of another Gloebit account than the credential: " + pending.transactionId());
        }
    }

    static boolean isOfAnother(PendingPurchase pending, Credential credential) {
        return areTwo(members(pending).get(APP_USER_ID), credential.appUserId());
    }

    /**
     * Whether they are one purchase. When they were encoded does not matter, nor with which key their URLs were signed.
     *
     * @param isOneUser whether it is known that both are of one user: that outlives a name
     */
    static Sameness compared(PendingPurchase one, PendingPurchase other, boolean isOneUser) {
        Map<String, @Nullable Object> ones = members(one);
        Map<String, @Nullable Object> others = members(other);
        boolean isOneName = isOneName(ones.remove(USERNAME), others.remove(USERNAME));
        Object account = ones.remove(APP_USER_ID);
        Object otherAccount = others.remove(APP_USER_ID);
        if (one.kind() != other.kind() || !ones.equals(others)) {
            return Sameness.OTHER;
        }
        boolean isOneAccount = account != null && account.equals(otherAccount);
        return isOneAccount || ((isOneName || isOneUser) && !areTwo(account, otherAccount))
                ? Sameness.SAME
                : Sameness.PERHAPS;
    }

    /** To have no name is not to be the same. */
    private static boolean isOneName(@Nullable Object name, @Nullable Object other) {
        return name != null && !name.equals("") && name.equals(other);
    }

    /** A credential may lack the id that an older one of the same account had. */
    private static boolean areTwo(@Nullable Object appUserId, @Nullable Object other) {
        return appUserId != null && other != null && !appUserId.equals(other);
    }

    static String username(PendingPurchase purchase) {
        return String.valueOf(members(purchase).get(USERNAME));
    }

    private static Map<String, @Nullable Object> members(PendingPurchase purchase) {
        byte[] body = purchase.body();
        Map<String, @Nullable Object> members =
                new HashMap<>(JsonObject.parse(body, body.length).members());
        members.remove("request-created");
        for (HoldStep step : HoldStep.values()) {
            members.remove(urlOf(step));
        }
        return members;
    }

    private static String urlOf(HoldStep step) {
        return "asset-" + step.text() + "-hold-url";
    }

    static PurchaseKind kind(Purchase purchase) {
        if (purchase instanceof UserPayment) {
            return PurchaseKind.USER_PAYMENT;
        }
        return purchase instanceof ItemPurchase ? PurchaseKind.ITEM : PurchaseKind.PRODUCT;
    }

    /** What is paid; null where Gloebit knows the price. */
    static @Nullable BigDecimal total(Purchase purchase) {
        if (purchase instanceof UserPayment payment) {
            return payment.total();
        }
        return purchase instanceof ItemPurchase item ? item.total() : null;
    }

    private static void callbacks(HoldUrls holds, TransactionId id, JsonWriter json) {
        for (HoldStep step : HoldStep.values()) {
            json.text(urlOf(step), holds.uri(id, step).toString());
        }
    }

    private static void details(PurchaseDetails details, JsonWriter json) {
        json.textIfPresent("buyer-id-on-application", details.buyerId());
        describe("platform", details.descriptions().platform(), json);
        describe("location", details.descriptions().location(), json);
        describe("transaction", details.descriptions().transaction(), json);
        if (details.subscriptionId() != null) {
            json.flag("automated-transaction", true).text("subscription-id", details.subscriptionId());
        }
    }

    private static void describe(String group, Map<String, String> lines, JsonWriter json) {
        if (!lines.isEmpty()) {
            json.texts(group + "-desc-names", lines.keySet()).texts(group + "-desc-values", lines.values());
        }
    }

    private static void asset(String item, int quantity, BigDecimal total, JsonWriter json) {
        json.text("asset-code", item).whole("asset-quantity", quantity).decimal("gloebit-balance-change", total);
    }

    private static void payee(Payee payee, JsonWriter json) {
        json.text("seller-name-on-application", payee.name())
                .text("seller-id-on-application", payee.id())
                .textIfPresent("seller-id-from-gloebit", payee.gloebitId())
                .textIfPresent("seller-email-address", payee.email());
    }

    private static void product(ProductPurchase purchase, JsonWriter json) {
        UUID character = purchase.character();
        json.text("product", purchase.product())
                .whole("product-quantity", purchase.quantity())
                .textIfPresent("character-id", character == null ? null : character.toString());
    }
}
