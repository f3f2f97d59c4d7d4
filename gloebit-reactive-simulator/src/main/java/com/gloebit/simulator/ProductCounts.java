package com.gloebit.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Products in inventories, and those that held transactions will bring. Guarded by the ledger's lock. */
final class ProductCounts {
    private final Map<Inventory, Map<String, Integer>> owned = new HashMap<>();
    private final Map<Purchase.Delivery, Integer> reserved = new HashMap<>();

    boolean fits(Purchase.Delivery delivery, int quantity) {
        long after = (long) countWithReserved(delivery) + quantity;
        return after <= delivery.product().limit().orElse(Integer.MAX_VALUE);
    }

    int countWithReserved(Purchase.Delivery delivery) {
        return count(delivery.inventory(), delivery.product().name()) + reserved.getOrDefault(delivery, 0);
    }

    void reserve(Purchase.Delivery delivery, int quantity) {
        reserved.merge(delivery, quantity, Integer::sum);
    }

    void release(Purchase.Delivery delivery, int quantity) {
        reserved.merge(delivery, -quantity, (before, change) -> before + change == 0 ? null : before + change);
    }

    void deliver(Purchase.Delivery delivery, int quantity) {
        release(delivery, quantity);
        owned.computeIfAbsent(delivery.inventory(), unused -> new TreeMap<>())
                .merge(delivery.product().name(), quantity, Integer::sum);
    }

    Optional<Integer> take(Inventory inventory, String product, int count) {
        int rest = count(inventory, product) - count;
        if (rest < 0) {
            return Optional.empty();
        }
        owned.computeIfAbsent(inventory, unused -> new TreeMap<>()).put(product, rest);
        return Optional.of(rest);
    }

    Map<String, Integer> in(Inventory inventory) {
        Map<String, Integer> counts = new TreeMap<>(owned.getOrDefault(inventory, Map.of()));
        counts.values().removeIf(count -> count == 0);
        return Map.copyOf(counts);
    }

    private int count(Inventory inventory, String product) {
        return owned.getOrDefault(inventory, Map.of()).getOrDefault(product, 0);
    }
}
