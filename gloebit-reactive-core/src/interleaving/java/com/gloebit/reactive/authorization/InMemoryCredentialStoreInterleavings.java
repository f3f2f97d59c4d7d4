package com.gloebit.reactive.authorization;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.requireLinearizable;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Param(name = "token", gen = IntGen.class, conf = "1:2")
public class InMemoryCredentialStoreInterleavings {
    private static final String USER = "ada";

    private static final Credential[] CREDENTIALS = {
        Credential.of("token-0"), Credential.of("token-1"), Credential.of("token-2")
    };

    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    /** Lincheck creates one for each scenario. */
    public InMemoryCredentialStoreInterleavings() {}

    @Test
    void invalidatesNoCredentialThatReplacedIt() {
        explore(() -> {
            InMemoryCredentialStore users = new InMemoryCredentialStore();
            users.save(USER, CREDENTIALS[1]).block();
            threads(
                    () -> users.invalidate(USER, CREDENTIALS[1]).block(),
                    () -> users.save(USER, CREDENTIALS[2]).block());
            require(CREDENTIALS[2].equals(users.find(USER).block()), "only the invalid credential is removed");
        });
    }

    @Test
    void isLinearizable() {
        requireLinearizable(InMemoryCredentialStoreInterleavings.class);
    }

    @Operation
    public void save(@Param(name = "token") int token) {
        store.save(USER, CREDENTIALS[token]).block();
    }

    @Operation
    public @Nullable String find() {
        Credential found = store.find(USER).block();
        return found == null ? null : found.accessToken();
    }

    @Operation
    public @Nullable Boolean invalidate(@Param(name = "token") int token) {
        return store.invalidate(USER, CREDENTIALS[token]).block();
    }

    @Operation
    public void remove() {
        store.remove(USER).block();
    }
}
