package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.Product;
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

    /** A product on its way to an inventory. */
    public record ProductDelivery(Product product, Inventory inventory) {}

    /** What a transaction is booked under. An id is chosen by the application; a UUID is the same in either case. */
    public record Key(String applicationKey, String transactionId) {
        public Key {
            transactionId = transactionId.toLowerCase(Locale.ROOT);
        }
    }

    public Key key() {
        return new Key(applicationKey, transactionId);
    }
}
