package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.subject.CharacterDraft;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls for the characters of a user. */
public final class CharacterCalls implements Characters {
    private final EndpointInvoker invoker;

    public CharacterCalls(EndpointInvoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public Flux<StoredCharacter> list() {
        return invoker.call(Endpoints.CHARACTERS).flatMapIterable(characters -> characters);
    }

    @Override
    public Mono<StoredCharacter> create(String name, Map<String, ? extends @Nullable Object> members) {
        return invoker.call(
                Endpoints.CREATE_CHARACTER,
                new CharacterDraft(
                        Arguments.characterName("name", name),
                        Arguments.members("members", Arguments.characterMembers(members))));
    }

    @Override
    public Mono<StoredCharacter> update(StoredCharacter character) {
        Arguments.characterName(
                "character.name", Arguments.required("character", character).name());
        Arguments.members("character.members", character.members());
        return invoker.call(Endpoints.UPDATE_CHARACTER, character);
    }

    @Override
    public Mono<Void> delete(UUID id) {
        return invoker.call(Endpoints.DELETE_CHARACTER, Arguments.required("id", id))
                .then();
    }
}
