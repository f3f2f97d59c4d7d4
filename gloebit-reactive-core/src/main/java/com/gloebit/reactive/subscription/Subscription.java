package com.gloebit.reactive.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription that Gloebit knows.
 *
 * @param id Gloebit's id of it
 * @param enabled whether users may be charged for it
 * @param status Gloebit's {@code status}, verbatim: {@code duplicate} if it existed before; null if it gave none
 */
public record Subscription(
        String id, boolean enabled, @Nullable String status) {
    /** Shows nothing of Gloebit's text. */
    @Override
    public String toString() {
        return "Subscription[" + id + ", enabled=" + enabled + "]";
    }
}
