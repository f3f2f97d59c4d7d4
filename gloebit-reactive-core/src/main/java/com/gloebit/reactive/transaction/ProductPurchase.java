package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The purchase of a product that is defined, and priced, on the application's page at Gloebit. It goes into the
 * inventory of the user or of one of the user's characters.
 *
 * @param transactionId the id under which Gloebit books it
 * @param product the product's name, up to 255 characters
 * @param quantity how many, at least 1
 * @param character whose inventory receives it; null for the user's own
 * @param details what else to say
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
     * One product for the user.
     *
     * @param transactionId the id under which Gloebit books it
     * @param product the product's name
     * @return the purchase
     */
    public static ProductPurchase of(TransactionId transactionId, String product) {
        return new ProductPurchase(transactionId, product, 1, null, PurchaseDetails.NONE);
    }

    /**
     * Several of it.
     *
     * @param quantity how many, at least 1
     * @return a copy
     */
    public ProductPurchase withQuantity(int quantity) {
        return new ProductPurchase(transactionId, product, quantity, character, details);
    }

    /**
     * For the inventory of a character.
     *
     * @param character the character's id
     * @return a copy
     */
    public ProductPurchase withCharacter(UUID character) {
        return new ProductPurchase(
                transactionId, product, quantity, Arguments.required("character", character), details);
    }

    /**
     * For a named payer; saves the look-up.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public ProductPurchase withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * With everything else there is to say.
     *
     * @param details payer, descriptions, subscription
     * @return a copy
     */
    public ProductPurchase withDetails(PurchaseDetails details) {
        return new ProductPurchase(transactionId, product, quantity, character, details);
    }

    @Override
    public PurchaseKind kind() {
        return PurchaseKind.PRODUCT;
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "ProductPurchase[" + transactionId + ", quantity " + quantity + "]";
    }
}
