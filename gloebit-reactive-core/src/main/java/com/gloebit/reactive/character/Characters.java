package com.gloebit.reactive.character;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The user's characters. Needs the scope {@code character}. */
public interface Characters {
    /**
     * Lists all characters. Reads only. Source: {@code GET /get-characters}.
     *
     * @return empty if the user has none
     */
    Flux<StoredCharacter> list();

    /**
     * Creates a character. Gloebit cannot distinguish a retry from a second call, so an attempt that was sent is not
     * retried. After a failure with outcome {@code UNKNOWN}, {@link #list()} shows whether the character exists.
     * Source: {@code POST /create-character}.
     *
     * @param name unique in the application, 1 to 255 characters
     * @param members further members to store: text, numbers, {@code Boolean}, null, lists and maps of these; neither
     *     {@code id} nor {@code name}
     * @return the character as Gloebit stored it
     */
    Mono<StoredCharacter> create(String name, Map<String, ? extends @Nullable Object> members);

    /**
     * Replaces all stored members of a character. The last write wins. Any temporary failure is retried. Retries and
     * late requests can overwrite newer values:
     *
     * <ul>
     * <li>A retry overwrites the members that another call stored between the two attempts.
     * <li>A request that was given up may be carried out after this call has succeeded, and then overwrites the members
     *     that a later call stored.
     * </ul>
     *
     * <p>Fails with {@code RequestRefusedException} if the application does not allow editing. Source:
     * {@code POST /update-character}.
     *
     * @param character the character to store; its name has 1 to 255 characters, and no text in it contains half a
     *     surrogate pair
     * @return the character as Gloebit stored it
     */
    Mono<StoredCharacter> update(StoredCharacter character);

    /**
     * Deletes a character. An attempt that was sent is not retried. Source: {@code POST /delete-character}.
     *
     * @param id the character's id
     * @return completes when the character is deleted
     */
    Mono<Void> delete(UUID id);
}
