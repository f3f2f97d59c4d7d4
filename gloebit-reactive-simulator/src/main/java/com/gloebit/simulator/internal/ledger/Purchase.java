package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A purchase as requested.
 *
 * @param content the request's members as one text, to compare repeated requests with
 * @param payee user name of the payee; empty if the application is the payee
 * @param delivery the product and its inventory; empty for an item
 * @param holdUrls the application's hold URLs
 */
public record Purchase(
        String applicationKey,
        String payer,
        Optional<String> payee,
        String transactionId,
        String content,
        LedgerEntry.Kind kind,
        String what,
        int quantity,
        BigDecimal amount,
        Optional<ProductDelivery> delivery,
        HoldUrls holdUrls) {

    /** A product and the inventory that receives it. */
    public record ProductDelivery(Product product, Inventory inventory) {}

    /** The key of a booking. Applications choose the ids; case is ignored, because UUIDs are case-insensitive. */
    public record Key(String applicationKey, String transactionId) {
        public Key {
            transactionId = transactionId.toLowerCase(Locale.ROOT);
        }
    }

    public Key key() {
        return new Key(applicationKey, transactionId);
    }
}
