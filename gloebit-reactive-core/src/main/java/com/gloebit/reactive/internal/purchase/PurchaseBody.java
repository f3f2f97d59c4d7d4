package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import java.time.Instant;
import java.util.UUID;

/** Encodes a purchase, once. Member names are the contract's, section 9.2. */
final class PurchaseBody {
    private PurchaseBody() {}

    static PendingPurchase freeze(
            Purchase purchase, String applicationKey, String username, Credential credential, Instant created) {
        byte[] body = JsonWriter.object(json -> {
            json.whole("version", 1)
                    .text("application-key", applicationKey)
                    .whole("request-created", created.getEpochSecond())
                    .text("username-on-application", username)
                    .text("transaction-id", purchase.transactionId().value())
                    .textIfPresent("app-user-id", credential.appUserId());
            if (purchase instanceof ItemPurchase item) {
                item(item, json);
            } else if (purchase instanceof ProductPurchase product) {
                product(product, json);
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

    static PurchaseKind kind(Purchase purchase) {
        return purchase instanceof ItemPurchase ? PurchaseKind.ITEM : PurchaseKind.PRODUCT;
    }

    private static void item(ItemPurchase purchase, JsonWriter json) {
        json.text("asset-code", purchase.item())
                .whole("asset-quantity", purchase.quantity())
                .decimal("gloebit-balance-change", purchase.total());
    }

    private static void product(ProductPurchase purchase, JsonWriter json) {
        UUID character = purchase.character();
        json.text("product", purchase.product())
                .whole("product-quantity", purchase.quantity())
                .textIfPresent("character-id", character == null ? null : character.toString());
    }
}
