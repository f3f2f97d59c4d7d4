package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.hold.HoldUrls;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a purchase, once. The member names are those of the table in docs/wire-contract.md. Members that only
 * {@code /v2/transact} and {@code /transact-u2u} accept are left out for {@code /transact}.
 */
final class PurchaseEncoder {
    static final String USERNAME = "username-on-application";
    static final String APP_USER_ID = "app-user-id";

    private PurchaseEncoder() {}

    static PendingPurchase encode(
            Purchase purchase,
            TransactVersion version,
            Application application,
            String username,
            Credential credential,
            @Nullable HoldUrls urls) {
        boolean isDocumented = takesDocumentedMembersOnly(purchase, version);
        byte[] body = JsonWriter.object(json -> {
            json.whole("version", 1)
                    .text("application-key", application.key())
                    .whole("request-created", application.now().getEpochSecond())
                    .text(USERNAME, username)
                    .text("transaction-id", purchase.transactionId().value())
                    .textIfPresent(APP_USER_ID, isDocumented ? null : credential.appUserId());
            details(purchase.details(), json);
            if (purchase instanceof ItemPurchase item) {
                asset(item.item(), item.quantity(), item.total(), json);
            } else if (purchase instanceof UserPayment payment) {
                asset(payment.item(), payment.quantity(), payment.total(), json);
                payee(payment.payee(), json);
            } else if (purchase instanceof ProductPurchase product) {
                product(product, json);
            }
            if (urls != null) {
                callbacks(urls, purchase.transactionId(), json);
            }
        });
        return PendingPurchase.of(purchase.transactionId(), purchase.kind(), version, credential.appUserId(), body);
    }

    /** Fails before any I/O if the purchase has a member that its endpoint does not accept. */
    static void requireKnownMembers(Purchase purchase, TransactVersion version) {
        if (!takesDocumentedMembersOnly(purchase, version)) {
            return;
        }
        PurchaseDetails details = purchase.details();
        requireAbsent("details.buyerId", details.buyerId() != null);
        requireAbsent("details.descriptions", !details.descriptions().equals(Descriptions.NONE));
        requireAbsent("details.subscriptionId", details.subscriptionId() != null);
    }

    private static void requireAbsent(String name, boolean isPresent) {
        if (isPresent) {
            throw new IllegalArgumentException(name + " is given, but /transact does not accept it;"
                    + " only /v2/transact does: transactVersion(TransactVersion.V2)");
        }
    }

    private static boolean takesDocumentedMembersOnly(Purchase purchase, TransactVersion version) {
        return version == TransactVersion.V1 && !(purchase instanceof UserPayment);
    }

    static String urlOf(HoldStep step) {
        return "asset-" + step.text() + "-hold-url";
    }

    private static void callbacks(HoldUrls urls, TransactionId id, JsonWriter json) {
        for (HoldStep step : HoldStep.values()) {
            json.text(urlOf(step), urls.uri(id, step).toString());
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
