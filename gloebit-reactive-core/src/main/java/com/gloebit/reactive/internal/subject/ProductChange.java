package com.gloebit.reactive.internal.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change to the count of a product, in the inventory of the user or of a character. */
public record ProductChange(
        String product, int count, @Nullable UUID character) {}
