package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;

/** What a journalled body says was bought. The member names are those of docs/wire-contract.md. */
final class HeldMembers {
    private HeldMembers() {}

    static HeldTransaction read(JournalEntry entry) {
        PendingPurchase purchase = entry.purchase();
        byte[] body = purchase.body();
        JsonObject json = JsonObject.parse(body, body.length);
        return purchase.kind() == PurchaseKind.PRODUCT
                ? new HeldTransaction(
                        entry.id(),
                        purchase.kind(),
                        entry.user(),
                        json.text("product"),
                        quantity("product-quantity", json),
                        null,
                        json.has("character-id") ? json.uuid("character-id") : null)
                : new HeldTransaction(
                        entry.id(),
                        purchase.kind(),
                        entry.user(),
                        json.text("asset-code"),
                        quantity("asset-quantity", json),
                        json.decimal("gloebit-balance-change"),
                        null);
    }

    private static int quantity(String name, JsonObject json) {
        long quantity = json.whole(name);
        if (quantity < 1 || quantity > Integer.MAX_VALUE) {
            throw new MalformedJsonException("member \"" + name + "\" is no quantity");
        }
        return (int) quantity;
    }
}
