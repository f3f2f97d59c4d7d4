package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.character.OwnedCharacter;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.inventory.Products;
import java.util.UUID;

/** Calls for one character. */
public final class OwnedCharacterCalls implements OwnedCharacter {
    private final EndpointInvoker invoker;
    private final UUID id;

    public OwnedCharacterCalls(EndpointInvoker invoker, UUID id) {
        this.invoker = invoker;
        this.id = id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Products products() {
        return new ProductCalls(invoker, id);
    }
}
