package com.gloebit.simulator.internal.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The items of all inventories. An item of another inventory is not found. */
public final class Items {
    private final Map<UUID, Item> items = new LinkedHashMap<>();

    public synchronized void add(Item item) {
        items.put(item.id(), item);
    }

    /** Returns the items of an inventory in the order of their creation. */
    public synchronized List<Item> in(Inventory inventory) {
        return items.values().stream()
                .filter(item -> item.inventory().equals(inventory))
                .toList();
    }

    public synchronized Optional<Item> find(UUID id, Inventory inventory) {
        return Optional.ofNullable(items.get(id))
                .filter(item -> item.inventory().equals(inventory));
    }

    public synchronized boolean change(UUID id, Inventory inventory, UnaryOperator<Item> change) {
        Optional<Item> changed = find(id, inventory).map(change);
        changed.ifPresent(this::add);
        return changed.isPresent();
    }

    public synchronized boolean delete(UUID id, Inventory inventory) {
        return find(id, inventory).map(item -> items.remove(item.id())).isPresent();
    }
}
