package com.gloebit.reactive.character;

import com.gloebit.reactive.inventory.Products;
import java.util.UUID;

/** One of the user's characters, by its id. */
public interface OwnedCharacter {
    /**
     * The character's id.
     *
     * @return never null
     */
    UUID id();

    /**
     * The products in the character's inventory.
     *
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    Products products();
}
