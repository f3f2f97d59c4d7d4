package com.gloebit.reactive.authorization;

import reactor.core.publisher.Mono;

/**
 * A store of credentials by the application's key for the user. An implementation must not block, and must protect
 * credentials like passwords. It must pass {@code CredentialStoreContract} from the core's test jar.
 */
public interface CredentialStore {
    /**
     * Stores a credential and replaces the previous one. An exchange cancels a save after 10 seconds. If that save is
     * carried out all the same, after a newer credential was saved, the user may have to authorize again.
     *
     * @param user the application's key for the user
     * @param credential the credential
     * @return completes when the credential is stored
     */
    Mono<Void> save(String user, Credential credential);

    /**
     * Finds the credential of a user.
     *
     * @param user the application's key for the user
     * @return empty if there is none
     */
    Mono<Credential> find(String user);

    /**
     * Removes an invalid credential unless it was replaced in the meantime. Comparison and removal must be one atomic
     * step: otherwise a credential that was just renewed could be lost.
     *
     * @param user the application's key for the user
     * @param invalid the credential that Gloebit refused
     * @return true if the credential was removed; false if the store contained another or none
     */
    Mono<Boolean> invalidate(String user, Credential invalid);

    /**
     * Removes the user's credential unconditionally, as when the user logs out. The removal is one atomic step: a
     * concurrent {@link #save} is either kept entirely or removed entirely.
     *
     * @param user the application's key for the user
     * @return completes when no credential is stored, also if none was stored before
     */
    Mono<Void> remove(String user);
}
