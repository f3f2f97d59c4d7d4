package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The purchase of a product that is defined and priced on the application's page at Gloebit. The product goes into the
 * inventory of the user or of one of the user's characters.
 *
 * @param transactionId the id under which Gloebit books the purchase
 * @param product the product's name, 1 to 255 characters
 * @param quantity the number of pieces, at least 1
 * @param character the character whose inventory receives the product; null for the user's own inventory
 * @param details further members of the purchase
 */
public record ProductPurchase(
        TransactionId transactionId,
        String product,
        int quantity,
        @Nullable UUID character,
        PurchaseDetails details) implements Purchase {
    private static final int MAX_TEXT = 255;

    public ProductPurchase {
        Arguments.required("transactionId", transactionId);
        Arguments.text("product", product, MAX_TEXT);
        Arguments.atLeastOne("quantity", quantity);
        Arguments.required("details", details);
    }

    /**
     * Creates the purchase of one piece for the user's own inventory.
     *
     * @param transactionId the id under which Gloebit books the purchase
     * @param product the product's name
     * @return the purchase
     */
    public static ProductPurchase of(TransactionId transactionId, String product) {
        return new ProductPurchase(transactionId, product, 1, null, PurchaseDetails.NONE);
    }

    /**
     * Returns a copy with another quantity.
     *
     * @param quantity the number of pieces, at least 1
     * @return a copy
     */
    public ProductPurchase withQuantity(int quantity) {
        return new ProductPurchase(transactionId, product, quantity, character, details);
    }

    /**
     * Returns a copy for the inventory of a character.
     *
     * @param character the character's id
     * @return a copy
     */
    public ProductPurchase withCharacter(UUID character) {
        return new ProductPurchase(
                transactionId, product, quantity, Arguments.required("character", character), details);
    }

    /**
     * Returns a copy that names the payer, which makes a look-up of the name unnecessary.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public ProductPurchase withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * Returns a copy with other details.
     *
     * @param details payer, descriptions and subscription
     * @return a copy
     */
    public ProductPurchase withDetails(PurchaseDetails details) {
        return new ProductPurchase(transactionId, product, quantity, character, details);
    }

    @Override
    public PurchaseKind kind() {
        return PurchaseKind.PRODUCT;
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "ProductPurchase[" + transactionId + ", quantity " + quantity + "]";
    }
}
