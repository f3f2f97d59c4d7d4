package com.gloebit.reactive.internal.endpoint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** So many of a product in an inventory: the user's, or a character's. */
public record ProductChange(
        String product, int count, @Nullable UUID character) {}
