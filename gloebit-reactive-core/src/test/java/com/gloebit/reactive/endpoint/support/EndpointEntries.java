package com.gloebit.reactive.endpoint.support;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of the endpoints in the tests. An endpoint of the client without an entry fails {@code EndpointListTest}. */
public final class EndpointEntries {
    private static final Map<String, EndpointEntry> BY_NAME =
            all().collect(Collectors.toMap(EndpointEntry::name, Function.identity()));

    private EndpointEntries() {}

    public static Stream<EndpointEntry> all() {
        return Stream.of(
                        AccountEntries.all(),
                        ProductEntries.all(),
                        ItemEntries.all(),
                        CharacterEntries.all(),
                        PurchaseEntries.all(),
                        SubscriptionEntries.all())
                .flatMap(Function.identity());
    }

    public static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    public static EndpointEntry named(String name) {
        EndpointEntry entry = BY_NAME.get(name);
        if (entry == null) {
            throw new AssertionError(missing(name));
        }
        return entry;
    }

    /** Returns what to do about an endpoint without an entry. */
    public static String missing(String name) {
        return "The tests have no entry for the endpoint \"" + name + "\". Add EndpointEntry.of(\"" + name
                + "\", <repeat-safety by the contract>) with a fixture and a call to the class of its subject in "
                + EndpointEntries.class.getPackageName() + ", such as CharacterEntries. See \"Adding an endpoint\" in "
                + "CONTRIBUTING.md.";
    }
}
