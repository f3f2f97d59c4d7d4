package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.HoldStep;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The hold URLs of a transaction. Each of the three may be missing. */
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

    /** Returns the member of a transact request that contains a step's URL. */
    public static String member(HoldStep step) {
        return switch (step) {
            case ENACT -> "asset-enact-hold-url";
            case CONSUME -> "asset-consume-hold-url";
            case CANCEL -> "asset-cancel-hold-url";
        };
    }

    /** Omits the URLs: their signatures are secrets. */
    @Override
    public String toString() {
        return "HoldUrls" + urls.keySet();
    }
}
