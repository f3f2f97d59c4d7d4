package com.gloebit.reactive.redeploy;

import java.util.function.BooleanSupplier;

/** An application: compares two records that have a component of its own type. */
public final class LinkedRecord implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
        return new Holder(this).equals(new Holder(this));
    }

    private record Holder(LinkedRecord component) {}
}
