package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A purchase as it was asked for.
 *
 * @param content what the request said, to compare a repeat with
 * @param payee user name of the one who is paid; empty if it is the application
 * @param delivery where the product goes; empty for an item
 * @param holdUrls where the application wants to be called
 */
record Purchase(
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

    /** A product on its way to an inventory. */
    record ProductDelivery(Product product, Inventory inventory) {}

    /** What a transaction is booked under. An id is chosen by the application; a UUID is the same in either case. */
    record Key(String applicationKey, String transactionId) {
        Key {
            transactionId = transactionId.toLowerCase(Locale.ROOT);
        }
    }

    Key key() {
        return new Key(applicationKey, transactionId);
    }
}
