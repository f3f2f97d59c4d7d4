package com.gloebit.reactive.character;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The user's characters. Needs the scope {@code character}. */
public interface Characters {
    /**
     * All of them. Reads only. Source: {@code GET /get-characters}.
     *
     * @return empty if the user has none
     */
    Flux<StoredCharacter> list();

    /**
     * Creates a character. Nothing tells Gloebit a repeat from a second call: an attempt that was sent is not sent again,
     * and after a failure with outcome {@code UNKNOWN} {@link #list()} tells whether it exists. Source:
     * {@code POST /create-character}.
     *
     * @param name unique in the application, 1 to 255 characters
     * @param members what else to store: text, numbers, {@code Boolean}, null, lists and maps of these; neither
     *     {@code id} nor {@code name}
     * @return as Gloebit stored it
     */
    Mono<StoredCharacter> create(String name, Map<String, ? extends @Nullable Object> members);

    /**
     * Replaces everything that is stored of a character. The last write wins. It is sent again after any failure that may
     * pass: what another call stored between two attempts is overwritten. A request that was given up may be carried out
     * after this has succeeded, and overwrites what a later call stored. Fails with {@code RequestRefusedException} where
     * the application does not allow editing. Source: {@code POST /update-character}.
     *
     * @param character what to store; its name has 1 to 255 characters, and no text in it has half a surrogate pair
     * @return as Gloebit stored it
     */
    Mono<StoredCharacter> update(StoredCharacter character);

    /**
     * Deletes a character. An attempt that was sent is not sent again. Source: {@code POST /delete-character}.
     *
     * @param id the character's id
     * @return completes when it is gone
     */
    Mono<Void> delete(UUID id);
}
