package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every {@link CredentialStore} has to do. Extend it, and hand out an empty store for each test. */
public abstract class CredentialStoreContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 50;

    private static final Credential FIRST =
            Credential.of("token-1", "refresh-1", "u-7", Set.of(Scope.USER, Scope.TRANSACT));
    private static final Credential SECOND = Credential.of("token-2");

    /** For the test of one store. */
    protected CredentialStoreContract() {}

    /**
     * The store under test.
     *
     * @return one that holds nothing yet
     */
    protected abstract CredentialStore emptyStore();

    @Test
    void findingAnUnknownUserIsEmpty() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));

        assertThat(store.find("bob").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void everyPartOfASavedCredentialIsFound() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.save("bob", SECOND));

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(FIRST);
        assertThat(store.find("bob").block(PATIENCE)).isEqualTo(SECOND);
    }

    @Test
    void anEmptyScopeIsDistinguishedFromAnUnknownOne() {
        CredentialStore store = emptyStore();
        Credential nothingGranted = Credential.of("token-3", null, null, Set.of());
        await(store.save("ada", nothingGranted));

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(nothingGranted);
    }

    @Test
    void theCredentialSavedLastIsFound() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.save("ada", SECOND));

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(SECOND);
    }

    @Test
    void userNamesThatDifferInOneLetterAreDifferentUsers() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.save("Ada", SECOND));
        await(store.save("ada ", Credential.of("token-3")));

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void anyUserNameIsAccepted() {
        CredentialStore store = emptyStore();
        String name = "O'Brien \"x\"; -- % _ \\ ü \uD83D\uDD25" + "n".repeat(200);
        await(store.save(name, FIRST));

        assertThat(store.find(name).block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void theStoreDoesNothingBeforeSubscription() {
        CredentialStore store = emptyStore();
        Mono<Void> save = store.save("ada", FIRST);
        assertThat(store.find("ada").blockOptional(PATIENCE)).isEmpty();
        await(save);
        Mono<Boolean> invalidate = store.invalidate("ada", FIRST);

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(FIRST);
        assertThat(invalidate.block(PATIENCE)).isTrue();
    }

    @Test
    void findReadsAtSubscription() {
        CredentialStore store = emptyStore();
        Mono<Credential> find = store.find("ada");
        await(store.save("ada", FIRST));

        assertThat(find.block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void anInvalidCredentialIsRemovedOnce() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));

        assertThat(store.invalidate("ada", FIRST).block(PATIENCE)).isTrue();
        assertThat(store.find("ada").blockOptional(PATIENCE)).isEmpty();
        assertThat(store.invalidate("ada", FIRST).block(PATIENCE)).isFalse();
    }

    @Test
    void invalidatingAnUnknownUserRemovesNothing() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));

        assertThat(store.invalidate("bob", FIRST).block(PATIENCE)).isFalse();
        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void aCredentialThatReplacedTheInvalidOneIsKept() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.save("ada", SECOND));

        assertThat(store.invalidate("ada", FIRST).block(PATIENCE)).isFalse();
        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(SECOND);
    }

    @Test
    void concurrentInvalidationsRemoveTheCredentialOnce() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));

        Long removed = Flux.range(0, MANY)
                .flatMap(i -> store.invalidate("ada", FIRST).subscribeOn(Schedulers.parallel()))
                .filter(gone -> gone)
                .count()
                .block(PATIENCE);

        assertThat(removed).isEqualTo(1);
    }

    @Test
    void removingAUserRemovesAnyCredentialOfThatUserOnly() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.save("ada", SECOND));
        await(store.save("bob", FIRST));

        await(store.remove("ada"));

        assertThat(store.find("ada").blockOptional(PATIENCE)).isEmpty();
        assertThat(store.find("bob").block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void removingAUserWithoutACredentialChangesNothing() {
        CredentialStore store = emptyStore();
        await(store.save("bob", FIRST));
        await(store.remove("ada"));
        await(store.remove("ada"));

        assertThat(store.find("bob").block(PATIENCE)).isEqualTo(FIRST);
    }

    @Test
    void removeRemovesAtSubscription() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        Mono<Void> remove = store.remove("ada");
        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(FIRST);
        await(store.save("ada", SECOND));

        await(remove);
        assertThat(store.find("ada").blockOptional(PATIENCE)).isEmpty();
        await(store.save("ada", FIRST));
        await(remove);
        assertThat(store.find("ada").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void aCredentialCanBeSavedAgainAfterItsRemoval() {
        CredentialStore store = emptyStore();
        await(store.save("ada", FIRST));
        await(store.remove("ada"));
        assertThat(store.invalidate("ada", FIRST).block(PATIENCE)).isFalse();
        await(store.save("ada", SECOND));

        assertThat(store.find("ada").block(PATIENCE)).isEqualTo(SECOND);
    }

    /** Whatever comes first: the old one is gone, and of the new one everything is there or nothing. */
    @Test
    void removalBesideASaveLeavesAWholeCredentialOrNone() {
        CredentialStore store = emptyStore();
        for (int i = 0; i < MANY; i++) {
            await(store.save("ada", SECOND));
            await(Mono.when(
                    store.remove("ada").subscribeOn(Schedulers.parallel()),
                    store.save("ada", FIRST).subscribeOn(Schedulers.parallel())));
            assertThat(store.find("ada").blockOptional(PATIENCE).orElse(FIRST)).isEqualTo(FIRST);
        }
    }

    /** Whatever comes first, the renewed credential is there in the end. */
    @Test
    void aConcurrentInvalidationDoesNotRemoveARenewedCredential() {
        CredentialStore store = emptyStore();
        for (int i = 0; i < MANY; i++) {
            await(store.save("ada", FIRST));
            await(Mono.when(
                    store.invalidate("ada", FIRST).subscribeOn(Schedulers.parallel()),
                    store.save("ada", SECOND).subscribeOn(Schedulers.parallel())));
            assertThat(store.find("ada").block(PATIENCE)).isEqualTo(SECOND);
        }
    }

    private static void await(Mono<Void> done) {
        assertThat(done.blockOptional(PATIENCE)).isEmpty();
    }
}
