package com.gloebit.simulator.internal.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The conditions of a purchase, except for the balance. Guarded by the ledger's lock. */
final class PurchaseRules {
    private final Registry registry;
    private final ProductCounts products;
    private final Set<String> lockedAccounts = new HashSet<>();
    private final Set<String> lockedPayees = new HashSet<>();

    PurchaseRules(Registry registry, ProductCounts products) {
        this.registry = registry;
        this.products = products;
    }

    void lock(String userName, boolean locked) {
        change(lockedAccounts, userName, locked);
    }

    void lockReceiving(String userName, boolean locked) {
        change(lockedPayees, userName, locked);
    }

    boolean isLocked(String userName) {
        return lockedAccounts.contains(userName);
    }

    /** Returns the refusal of a purchase; empty if every condition is met. */
    Optional<TransactReply> refusal(Purchase purchase) {
        if (lockedAccounts.contains(purchase.payer())) {
            return Optional.of(TransactReply.CANNOT_SPEND);
        }
        if (purchase.payee().filter(lockedPayees::contains).isPresent()) {
            return Optional.of(TransactReply.CANNOT_RECEIVE);
        }
        return purchase.delivery().map(registry::current).flatMap(delivery -> refusal(delivery, purchase.quantity()));
    }

    private Optional<TransactReply> refusal(Purchase.ProductDelivery delivery, int quantity) {
        if (!delivery.product().available()) {
            return Optional.of(TransactReply.PRODUCT_UNAVAILABLE);
        }
        return products.fits(delivery, quantity) ? Optional.empty() : Optional.of(TransactReply.PRODUCT_LIMIT);
    }

    private static void change(Set<String> userNames, String userName, boolean locked) {
        if (locked) {
            userNames.add(userName);
        } else {
            userNames.remove(userName);
        }
    }
}
