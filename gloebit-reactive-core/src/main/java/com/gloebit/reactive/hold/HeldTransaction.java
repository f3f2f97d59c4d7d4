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
 * The purchase that a callback is about, as it was sent: from the body that the journal keeps.
 *
 * @param id the application's id of it
 * @param kind what kind of purchase it is
 * @param user the application's key for the payer, if the purchase was made by {@code GloebitClient.user(String)}; else
 *     null
 * @param item what is bought: the application's name of it, for a product the product's
 * @param quantity how many, at least 1
 * @param total gloebits for all of it; null for a product, which Gloebit prices
 * @param character whose inventory receives a product; null for the user's own, and for what is no product
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
     * What a handler is given for a purchase: for tests of handlers.
     *
     * @param purchase what is bought
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

    /** Names no user, and not what is bought. */
    @Override
    public String toString() {
        return "HeldTransaction[" + id + ", " + kind + "]";
    }
}
