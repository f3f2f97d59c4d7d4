package com.gloebit.simulator.internal.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Product counts of inventories, and counts that held transactions reserve. Guarded by the ledger's lock. */
final class ProductCounts {
    private final Map<Inventory, Map<String, Integer>> owned = new HashMap<>();
    private final Map<Stock, Integer> reserved = new HashMap<>();

    /** The key of a count. It contains no limit, because limits change. */
    private record Stock(Inventory inventory, String product) {
        static Stock of(Purchase.ProductDelivery delivery) {
            return new Stock(delivery.inventory(), delivery.product().name());
        }
    }

    boolean fits(Purchase.ProductDelivery delivery, int quantity) {
        long after = (long) countWithReserved(delivery) + quantity;
        return after <= delivery.product().limit().orElse(Integer.MAX_VALUE);
    }

    int countWithReserved(Purchase.ProductDelivery delivery) {
        return owned(delivery) + reserved.getOrDefault(Stock.of(delivery), 0);
    }

    void reserve(Purchase.ProductDelivery delivery, int quantity) {
        reserved.merge(Stock.of(delivery), quantity, Integer::sum);
    }

    void release(Purchase.ProductDelivery delivery, int quantity) {
        reserved.merge(
                Stock.of(delivery), -quantity, (before, change) -> before + change == 0 ? null : before + change);
    }

    void deliver(Purchase.ProductDelivery delivery, int quantity) {
        release(delivery, quantity);
        put(delivery, owned(delivery) + quantity);
    }

    /** Adds to an inventory and returns the new count; empty if the limit does not allow it. */
    Optional<Integer> grant(Purchase.ProductDelivery delivery, int quantity) {
        return fits(delivery, quantity) ? Optional.of(put(delivery, owned(delivery) + quantity)) : Optional.empty();
    }

    /** Sets the count in an inventory and returns it; empty if the limit does not allow it. */
    Optional<Integer> set(Purchase.ProductDelivery delivery, int count) {
        return fits(delivery, count - owned(delivery)) ? Optional.of(put(delivery, count)) : Optional.empty();
    }

    Optional<Integer> take(Inventory inventory, String product, int count) {
        int rest = count(inventory, product) - count;
        if (rest < 0) {
            return Optional.empty();
        }
        return Optional.of(put(inventory, product, rest));
    }

    Map<String, Integer> in(Inventory inventory) {
        Map<String, Integer> counts = new TreeMap<>(owned.getOrDefault(inventory, Map.of()));
        counts.values().removeIf(count -> count == 0);
        return Map.copyOf(counts);
    }

    private int put(Purchase.ProductDelivery delivery, int count) {
        return put(delivery.inventory(), delivery.product().name(), count);
    }

    private int put(Inventory inventory, String product, int count) {
        owned.computeIfAbsent(inventory, unused -> new TreeMap<>()).put(product, count);
        return count;
    }

    private int owned(Purchase.ProductDelivery delivery) {
        return count(delivery.inventory(), delivery.product().name());
    }

    private int count(Inventory inventory, String product) {
        return owned.getOrDefault(inventory, Map.of()).getOrDefault(product, 0);
    }
}
