package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.HoldStep;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the application wants to be called about a transaction; any of the three may be missing. */
public record HoldUrls(Map<HoldStep, URI> urls) {
    public HoldUrls {
        urls = Map.copyOf(urls);
    }

    public boolean isEmpty() {
        return urls.isEmpty();
    }

    public boolean has(HoldStep step) {
        return urls.containsKey(step);
    }

    public Optional<URI> of(HoldStep step) {
        return Optional.ofNullable(urls.get(step));
    }

    /** What the request to transact calls the URL of a step. */
    public static String member(HoldStep step) {
        return switch (step) {
            case ENACT -> "asset-enact-hold-url";
            case CONSUME -> "asset-consume-hold-url";
            case CANCEL -> "asset-cancel-hold-url";
        };
    }

    /** Leaves the URLs out: they are signed, and whoever knows one can call it. */
    @Override
    public String toString() {
        return "HoldUrls" + urls.keySet();
    }
}
