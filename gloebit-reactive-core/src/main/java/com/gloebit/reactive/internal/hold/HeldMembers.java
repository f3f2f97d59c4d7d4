package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import org.jspecify.annotations.Nullable;

/** Reads a journaled body into a {@link HeldTransaction}. The member names are those of docs/wire-contract.md. */
public final class HeldMembers {
    private HeldMembers() {}

    static HeldTransaction read(JournalEntry entry) {
        return read(entry.purchase(), entry.user());
    }

    /**
     * Reads what was bought.
     *
     * @throws MalformedJsonException if the body does not say it, so that no effect could ever run for it
     */
    public static HeldTransaction read(PendingPurchase purchase, @Nullable String user) {
        byte[] body = purchase.body();
        JsonObject json = JsonObject.parse(body, body.length);
        return purchase.kind() == PurchaseKind.PRODUCT
                ? new HeldTransaction(
                        purchase.transactionId(),
                        purchase.kind(),
                        user,
                        json.text("product"),
                        json.has("product-quantity") ? quantity("product-quantity", json) : 1,
                        null,
                        json.has("character-id") ? json.uuid("character-id") : null)
                : new HeldTransaction(
                        purchase.transactionId(),
                        purchase.kind(),
                        user,
                        json.text("asset-code"),
                        quantity("asset-quantity", json),
                        json.decimal("gloebit-balance-change"),
                        null);
    }

    private static int quantity(String name, JsonObject json) {
        long quantity = json.whole(name);
        if (quantity < 1 || quantity > Integer.MAX_VALUE) {
            throw new MalformedJsonException("member \"" + name + "\" is not a quantity");
        }
        return (int) quantity;
    }
}
