package com.gloebit.reactive.authorization;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;

/** A credential store in memory, for one node, lost when the process ends. Its size grows with the number of users. */
public final class InMemoryCredentialStore implements CredentialStore {
    private final ConcurrentMap<String, Credential> credentials = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryCredentialStore() {}

    @Override
    public Mono<Void> save(String user, Credential credential) {
        return Mono.fromRunnable(() -> credentials.put(user, credential));
    }

    @Override
    public Mono<Credential> find(String user) {
        return Mono.fromSupplier(() -> credentials.get(user));
    }

    @Override
    public Mono<Boolean> invalidate(String user, Credential invalid) {
        return Mono.fromSupplier(() -> credentials.remove(user, invalid));
    }

    @Override
    public Mono<Void> remove(String user) {
        return Mono.fromRunnable(() -> credentials.remove(user));
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "InMemoryCredentialStore[" + credentials.size() + "]";
    }
}
