package com.gloebit.reactive.character;

import com.gloebit.reactive.internal.pipeline.Caller;
import com.gloebit.reactive.inventory.Products;
import java.util.UUID;

/** One of the user's characters, by its id. */
public final class OwnedCharacter {
    private final Caller caller;
    private final UUID id;

    /**
     * Made by {@code AuthorizedUser.character(id)}.
     *
     * @param caller how calls are made
     * @param id the character's id
     */
    @SuppressWarnings("exports") // only the client can make a caller
    public OwnedCharacter(Caller caller, UUID id) {
        this.caller = caller;
        this.id = id;
    }

    /**
     * The character's id.
     *
     * @return never null
     */
    public UUID id() {
        return id;
    }

    /**
     * The products in the character's inventory.
     *
     * @return a view; nothing is sent until it is asked
     */
    public Products products() {
        return new Products(caller, id);
    }
}
