package com.gloebit.reactive.authorization;

import reactor.core.publisher.Mono;

/**
 * Where credentials are kept between requests, by the application's key for the user. Implementations do not block and
 * keep what they store as secret as a password. {@code CredentialStoreContract}, in the core's tests, is the test that
 * every implementation has to pass.
 */
public interface CredentialStore {
    /**
     * Keeps a credential, in place of the one before.
     *
     * @param user the application's key for the user
     * @param credential what to keep
     * @return completes when it is kept
     */
    Mono<Void> save(String user, Credential credential);

    /**
     * The credential of a user.
     *
     * @param user the application's key for the user
     * @return empty if there is none
     */
    Mono<Credential> find(String user);

    /**
     * Removes a credential that turned out to be invalid, unless another has taken its place: the comparison and the
     * removal are one step, or a credential that was just renewed would be lost.
     *
     * @param user the application's key for the user
     * @param invalid the credential that was refused
     * @return true if it was removed, false if there was another or none
     */
    Mono<Boolean> invalidate(String user, Credential invalid);

    /**
     * Removes whatever credential a user has, as when the user logs out. It is one step: of a {@link #save} at the same
     * time, everything is kept or nothing.
     *
     * @param user the application's key for the user
     * @return completes when there is none, also if there was none
     */
    Mono<Void> remove(String user);
}
