package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.flow.support.SlowGloebit;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A hundred purchases are on the wire, and the client closes: how many of them end in doubt? */
class RunningPurchasesTest {
    private static final int ALL = 100;

    private final SlowGloebit service = new SlowGloebit();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GloebitClient gloebit = GloebitClient.builder(Given.SECRETS)
            .environment(GloebitEnvironment.custom(service.uri()))
            .meterRegistry(meters)
            .build();
    private final AuthorizedUser ada = gloebit.withCredential(Given.CREDENTIAL);
    private final CompletableFuture<Ends> running = started();

    private record Ends(int accepted, int inDoubt) {
        Ends and(Ends other) {
            return new Ends(accepted + other.accepted, inDoubt + other.inDoubt);
        }
    }

    private CompletableFuture<Ends> started() {
        return Flux.range(0, ALL)
                .flatMap(number -> ended(ada.purchase(torch(number).withUsername("ada"))), ALL)
                .reduce(Ends::and)
                .toFuture();
    }

    private static Mono<Ends> ended(Mono<Receipt> purchase) {
        return purchase.map(receipt -> new Ends(1, 0)).onErrorReturn(TransactionInDoubtException.class, new Ends(0, 1));
    }

    private static ItemPurchase torch(int number) {
        return ItemPurchase.of(TransactionId.of("order-" + number), "torch", 3);
    }

    @BeforeEach
    void untilAllAreOnTheWire() {
        service.untilItHas(ALL);
    }

    @AfterEach
    void close() {
        gloebit.dispose();
        service.close();
    }

    @Test
    void closingLeavesNoRunningPurchaseInDoubt() {
        gloebit.close();
        refusesWhatComesLater();
        assertThat(running).isNotDone();

        service.release();
        assertEnds(ALL, 0);
    }

    @Test
    void closingGracefullyLeavesNoRunningPurchaseInDoubt() {
        StepVerifier.create(gloebit.closeGracefully(Given.PATIENCE))
                .then(this::refusesWhatComesLater)
                .then(service::release)
                .expectComplete()
                .verify(Given.PATIENCE);
        assertEnds(ALL, 0);
    }

    @Test
    void disposingLeavesAllRunningPurchasesInDoubt() {
        gloebit.dispose();
        assertEnds(0, ALL);
    }

    @Test
    void aSecondCloseChangesNothing() {
        gloebit.close();
        gloebit.close();

        service.release();
        assertEnds(ALL, 0);
    }

    @Test
    void disposingCutsAClientOffThatIsClosing() {
        gloebit.close();
        gloebit.dispose();
        assertEnds(0, ALL);
    }

    @Test
    void aClientThatIsClosingCanBeWaitedFor() {
        gloebit.close();

        StepVerifier.create(gloebit.closeGracefully(Given.PATIENCE))
                .then(service::release)
                .expectComplete()
                .verify(Given.PATIENCE);
        assertEnds(ALL, 0);
    }

    @Test
    void aWaitForTheCloseSurvivesASecondClose() {
        StepVerifier.create(gloebit.closeGracefully(Given.PATIENCE))
                .then(gloebit::close)
                .then(service::release)
                .expectComplete()
                .verify(Given.PATIENCE);
        assertEnds(ALL, 0);
    }

    @Test
    void furtherClosesOfAClosedClientChangeNothing() {
        gloebit.close();
        service.release();
        assertEnds(ALL, 0);

        StepVerifier.create(gloebit.closeGracefully(Given.PATIENCE))
                .expectComplete()
                .verify(Given.PATIENCE);
        gloebit.dispose();
        gloebit.close();
        refusesWhatComesLater();
    }

    /** Nothing waits: not on an event loop either. */
    @Test
    void closeMayBeCalledOnAnyThread() {
        Mono.fromRunnable(gloebit::close).subscribeOn(Schedulers.parallel()).block(Given.PATIENCE);

        service.release();
        assertEnds(ALL, 0);
    }

    /** To the buyer, the look-up of the name is part of the purchase. */
    @Test
    void aPurchaseWhoseNameIsLookedUpIsMadeAlthoughTheClientCloses() {
        CompletableFuture<Receipt> nameless = ada.purchase(torch(ALL)).toFuture();
        service.untilItHas(ALL + 1);
        gloebit.close();

        service.release();
        assertThat(nameless.join().transactionId()).isEqualTo(torch(ALL).transactionId());
        assertEnds(ALL, 0);
    }

    /** Whoever gives up lets the client go, too. */
    @Test
    void cancellingTheLastPurchaseClosesTheClient() {
        gloebit.close();
        running.cancel(true);
        isClosed();
    }

    @Test
    void aClientThatIsIdleClosesAtOnce() {
        service.release();
        running.join();
        assertThat(service.connections()).isPositive();

        gloebit.close();
        isClosed();
    }

    private void refusesWhatComesLater() {
        assertThat(gloebit.isDisposed()).isTrue();
        assertThat(Failures.of(ada.balance(), CallBlockedException.class).blockedBy())
                .isEqualTo(BlockedBy.CLIENT_CLOSED);
        assertThat(Failures.of(ada.purchase(torch(ALL).withUsername("ada")), CallBlockedException.class)
                        .blockedBy())
                .isEqualTo(BlockedBy.CLIENT_CLOSED);
    }

    private void assertEnds(int accepted, int inDoubt) {
        assertThat(Objects.requireNonNull(Mono.fromFuture(running).block(Given.PATIENCE)))
                .isEqualTo(new Ends(accepted, inDoubt));
        isClosed();
    }

    private void isClosed() {
        assertThat(meters.getMeters())
                .noneMatch(meter ->
                        meter instanceof Gauge || meter.getId().getName().startsWith("resilience4j"));
        service.untilEveryConnectionIsClosed();
    }
}
