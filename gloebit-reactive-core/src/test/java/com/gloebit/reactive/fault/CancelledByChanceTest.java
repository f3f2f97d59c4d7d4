package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.fault.support.MatrixCall;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.RandomFaults;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Thousands of calls at once, each cancelled at a moment of its own, at a service that fails in all ways. */
class CancelledByChanceTest {
    private static final int CALLS = 5_000;
    /** Three to five thousand are; how many end before depends on the machine. */
    private static final int THOUSANDS = 1_000;

    private static final int LONGEST_MILLIS = 1_500;
    /** Calls end by the clock; a busy machine takes longer to begin them. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    private static final long SEED = 20_260_724;

    private static final RandomFaults FAULTS = RandomFaults.seed(SEED)
            .withFault(0.05, Fault.COMMIT_THEN_DROP)
            .withFault(0.05, Fault.RESET)
            .withFault(0.05, Fault.RESET.withLateProcessing(100))
            .withFault(0.05, Fault.interim(103, 102))
            .withFault(0.05, Fault.HALF_ANSWER)
            .withFault(0.05, Fault.HANG)
            .withFault(0.05, Fault.HANG_IN_BODY)
            .withFault(0.05, Fault.GARBLED)
            .withFault(0.05, Fault.status(429))
            .withFault(0.05, Fault.status(503).withProcessing());

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final FaultyService world = new FaultyService(
            false,
            client -> client.limits(FaultyService.PATIENT)
                    .resilience(FaultyService.UNHINDERED)
                    .circuitBreakerRegistry(breakers)
                    .connections(
                            ConnectionSettings.DEFAULT.withMaxConnections(64).withMaxPending(CALLS)));
    private final Random random = new Random(SEED);
    private final Map<String, Outcome> told = new ConcurrentHashMap<>();
    private final Set<Integer> cancelled = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Timeout(240)
    void callsCancelledAtRandomMomentsLeaveNothingBehind() {
        world.simulator.failRandomly(FAULTS);
        Flux.range(0, CALLS)
                .flatMap(
                        i -> call(i).onErrorComplete(GloebitException.class)
                                .doFinally(end -> note(i, end))
                                .takeUntilOther(Mono.delay(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)))),
                        CALLS)
                .then()
                .block(PATIENCE);
        world.simulator.failRandomly(RandomFaults.NONE);
        world.simulator.lateRequests().release();

        assertThat(cancelled).as("cancelled, seed " + SEED).hasSizeGreaterThan(THOUSANDS);
        world.requireQuiet();
        theBooksAgree();
        theClientIsAsGoodAsNew();
    }

    private void note(int call, SignalType end) {
        if (end == SignalType.CANCEL) {
            cancelled.add(call);
        }
    }

    private Mono<?> call(int i) {
        return switch (i % 4) {
            case 0 -> world.bob.balance();
            case 1 -> purchase("order-" + i);
            case 2 -> exchangeOfAnUnknownCode(i);
            default -> world.bob.products().consume("Torch", 1);
        };
    }

    private Mono<?> purchase(String order) {
        return world.bob
                .purchase(ItemPurchase.of(TransactionId.of(order), "match", new BigDecimal("0.01"))
                        .withUsername("bob"))
                .doOnNext(receipt -> told.put(order, Outcome.UNKNOWN))
                .doOnError(GloebitException.class, failure -> {
                    if (failure.outcome() == Outcome.NOT_DONE) {
                        told.put(order, Outcome.NOT_DONE);
                    }
                });
    }

    private Mono<?> exchangeOfAnUnknownCode(int i) {
        String query = world.gloebit
                .authorizationUri(AuthorizationRequest.forSession(FaultyService.SESSION))
                .getRawQuery();
        String state = query.replaceFirst(".*(state=[^&]*).*", "$1");
        return world.gloebit.exchange(state + "&code=unknown-" + i, FaultyService.SESSION);
    }

    /** Accepted is booked, not done is not, and nothing is booked twice. */
    private void theBooksAgree() {
        Set<String> booked = world.simulator.ledger().stream()
                .map(LedgerEntry::transactionId)
                .collect(Collectors.toSet());
        assertThat(world.simulator.ledger()).hasSameSizeAs(booked);
        assertThat(told)
                .isNotEmpty()
                .allSatisfy((order, outcome) ->
                        assertThat(booked.contains(order)).as(order).isEqualTo(outcome == Outcome.UNKNOWN));
    }

    private void theClientIsAsGoodAsNew() {
        assertThat(breakers.getAllCircuitBreakers())
                .isNotEmpty()
                .allMatch(breaker -> breaker.getState() == CircuitBreaker.State.CLOSED);
        for (MatrixCall kind : MatrixCall.values()) {
            MatrixCall.Task task = kind.task(world);
            task.call().block(FaultyService.PATIENCE);
            assertThat(task.carriedOut().getAsInt()).as(kind.toString()).isEqualTo(kind == MatrixCall.ALWAYS ? 0 : 1);
        }
        world.requireQuiet();
    }
}
