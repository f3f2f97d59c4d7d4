package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.character.OwnedCharacter;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.inventory.Products;
import java.util.UUID;

/** Calls about one character. */
public final class OwnedCharacterCalls implements OwnedCharacter {
    private final EndpointInvoker caller;
    private final UUID id;

    public OwnedCharacterCalls(EndpointInvoker caller, UUID id) {
        this.caller = caller;
        this.id = id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Products products() {
        return new ProductCalls(caller, id);
    }
}
