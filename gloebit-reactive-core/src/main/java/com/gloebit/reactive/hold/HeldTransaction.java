package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The purchase that a callback is about. Its values come from the request body in the journal, so they are the values
 * that were sent.
 *
 * @param id the application's id of the transaction
 * @param kind the kind of purchase
 * @param user the application's key for the payer; null unless the purchase was made through {@code
 *     GloebitClient.user(String)}
 * @param item the application's name for the item, or the name of the product
 * @param quantity the number of pieces, at least 1
 * @param total the price of all pieces in gloebits; null for a product, which Gloebit prices
 * @param character the character whose inventory receives the product; null if the user's own inventory receives it,
 *     and for purchases other than products
 */
public record HeldTransaction(
        TransactionId id,
        PurchaseKind kind,
        @Nullable String user,
        String item,
        int quantity,
        @Nullable BigDecimal total,
        @Nullable UUID character) {
    public HeldTransaction {
        Arguments.required("id", id);
        Arguments.required("kind", kind);
        Arguments.required("item", item);
        Arguments.atLeastOne("quantity", quantity);
    }

    /**
     * Creates the transaction that a handler receives for a purchase. Intended for tests of handlers.
     *
     * @param purchase the purchase
     * @param user the application's key for the payer, or null
     * @return the transaction
     */
    public static HeldTransaction of(Purchase purchase, @Nullable String user) {
        TransactionId id = purchase.transactionId();
        int quantity = purchase.quantity();
        if (purchase instanceof ProductPurchase product) {
            return new HeldTransaction(
                    id, PurchaseKind.PRODUCT, user, product.product(), quantity, null, product.character());
        }
        if (purchase instanceof UserPayment payment) {
            return new HeldTransaction(
                    id, PurchaseKind.USER_PAYMENT, user, payment.item(), quantity, payment.total(), null);
        }
        ItemPurchase item = (ItemPurchase) purchase;
        return new HeldTransaction(id, PurchaseKind.ITEM, user, item.item(), quantity, item.total(), null);
    }

    /** Contains neither the user nor the item. */
    @Override
    public String toString() {
        return "HeldTransaction[" + id + ", " + kind + "]";
    }
}
