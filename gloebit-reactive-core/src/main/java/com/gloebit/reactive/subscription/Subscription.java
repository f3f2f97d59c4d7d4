package com.gloebit.reactive.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as Gloebit has registered it.
 *
 * @param id Gloebit's id of the subscription
 * @param enabled whether users may be charged for it
 * @param status Gloebit's {@code status}, verbatim: {@code duplicate} if it existed before; null if there was none
 */
public record Subscription(
        String id, boolean enabled, @Nullable String status) {
    /** Contains no text of Gloebit. */
    @Override
    public String toString() {
        return "Subscription[" + id + ", enabled=" + enabled + "]";
    }
}
