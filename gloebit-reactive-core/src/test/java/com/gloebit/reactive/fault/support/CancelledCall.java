package com.gloebit.reactive.fault.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A call that is cancelled at one point, in a world of its own whose breaker allows one trial. */
public final class CancelledCall implements AutoCloseable {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final CancellationPoint point;
    private final MatrixCall kind;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final FaultyService world;
    private final Mono<?> call;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private @Nullable Disposable occupant;
    private int answers;
    private int reads;

    public CancelledCall(CancellationPoint point, MatrixCall kind) {
        this.point = point;
        this.kind = kind;
        this.world = new FaultyService(
                false,
                client -> client.limits(FaultyService.PATIENT)
                        .resilience(FaultyService.UNHINDERED.withTrialAttempts(1))
                        .circuitBreakerRegistry(breakers)
                        .connections(ConnectionSettings.DEFAULT.withMaxConnections(1)));
        this.call = kind.task(world).call();
    }

    public void cancelAtThePoint() {
        arrange();
        allowOneTrial();
        Disposable subscription = call.subscribe();
        FaultyService.await(point + " is reached", this::isReached);
        assertThat(world.gauge("in.flight")).isEqualTo(occupant == null ? 1 : 2);
        subscription.dispose();
        released.countDown();
        if (occupant != null) {
            occupant.dispose();
        }
        world.withheld.end();
    }

    private void arrange() {
        answers = world.answers.get();
        reads = world.reads.get();
        world.steps.begin();
        switch (point) {
            case BEFORE_THE_POOL -> world.steps.before(1, this::stop);
            case WAITING_FOR_A_CONNECTION -> occupy();
            case CONNECTING -> withhold();
            case SENT -> fail(Fault.HANG);
            case WITHIN_THE_HEADERS -> fail(Fault.HANG_IN_HEADERS);
            case HALF_ANSWERED -> fail(Fault.HANG_IN_BODY);
            case BACKING_OFF -> fail(Fault.status(429, A_SECOND));
            case BACKING_OFF_IN_DOUBT -> fail(Fault.status(503, A_SECOND));
        }
    }

    private void fail(Fault fault) {
        world.simulator.failNext(kind.path(), fault);
    }

    /** A cancelled step is interrupted. */
    private void stop() {
        stopped.countDown();
        try {
            assertThat(released.await(FaultyService.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the only connection, and asks another breaker. */
    private void occupy() {
        boolean byUser = kind == MatrixCall.BY_KEY || kind == MatrixCall.CODE;
        String path = byUser ? "/user" : "/transact";
        long before = world.simulator.requestCount(path);
        world.simulator.failNext(path, Fault.HANG);
        Mono<?> other = byUser
                ? world.bob.info()
                : world.bob.purchase(
                        ItemPurchase.of(TransactionId.random(), "match", 1).withUsername("bob"));
        occupant = other.onErrorComplete().subscribe();
        FaultyService.await("an occupied pool", () -> world.simulator.requestCount(path) > before);
    }

    private void withhold() {
        world.dropConnection();
        world.withheld.begin();
    }

    /** A failed attempt would end the trial; that one is without. */
    private void allowOneTrial() {
        if (point != CancellationPoint.BACKING_OFF_IN_DOUBT) {
            breaker().transitionToOpenState();
            breaker().transitionToHalfOpenState();
        }
    }

    private boolean isReached() {
        return switch (point) {
            case BEFORE_THE_POOL -> stopped.getCount() == 0;
            case WAITING_FOR_A_CONNECTION -> world.gauge("pool.pending") == 1;
            case CONNECTING -> world.withheld.size() == 1;
            case SENT -> requests() == 1;
            case WITHIN_THE_HEADERS -> world.reads.get() > reads;
            case HALF_ANSWERED -> world.answers.get() == answers + 1;
            case BACKING_OFF, BACKING_OFF_IN_DOUBT ->
                world.answers.get() == answers + 1 && world.gauge("pool.active") == 0;
        };
    }

    private CircuitBreaker breaker() {
        String family = switch (kind) {
            case BY_KEY -> "transaction";
            case CODE -> "token";
            case ALWAYS, NEVER_IF_DONE -> "account";
        };
        return breakers.find("gloebit-custom-" + family).orElseThrow();
    }

    private long requests() {
        return world.simulator.requestCount(kind.path());
    }

    private static boolean arrives(CancellationPoint point) {
        return point.isBackingOff() || point.isInDoubt();
    }

    public void requireNothingLeft() {
        world.requireQuiet();
        assertThat(world.gauge("retry.budget")).as("retry budget").isEqualTo(FaultyService.UNHINDERED.retryBudget());
        assertThat(world.cancelled(kind.endpoint())).as("cancelled calls").isEqualTo(1);
        if (point == CancellationPoint.WITHIN_THE_HEADERS) {
            assertThat(world.answers.get()).as("answers with all their headers").isEqualTo(answers);
        }
    }

    public void requireTheTrialGivenBack() {
        if (point != CancellationPoint.BACKING_OFF_IN_DOUBT) {
            assertThat(breaker().tryAcquirePermission()).as("a trial").isTrue();
            assertThat(breaker().tryAcquirePermission()).as("a second trial").isFalse();
        }
        breaker().reset();
    }

    /** Whoever was told to wait as long, and later, is answered: what was cancelled would have been sent by then. */
    public void requireNothingSentAfterwards() {
        if (point.isBackingOff()) {
            world.simulator.failNext("/user", Fault.status(429, A_SECOND));
        }
        world.bob.info().block(FaultyService.PATIENCE);
        assertThat(requests()).as("requests").isEqualTo(arrives(point) ? 1 : 0);
    }

    /** Whoever subscribes again, and is not heard, learns what the first subscription left open. */
    public void requireTheDoubt() {
        world.simulator.connectionFaults().refuse();
        world.dropConnection();
        GloebitException told = FaultyService.failure(GloebitException.class, call);
        assertThat(told.outcome())
                .isEqualTo(point.isInDoubt() && kind != MatrixCall.ALWAYS ? Outcome.UNKNOWN : Outcome.NOT_DONE);
    }

    @Override
    public void close() {
        world.close();
    }
}
