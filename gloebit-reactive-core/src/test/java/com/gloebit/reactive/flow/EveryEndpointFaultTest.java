package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.RepeatSafetyContract;
import com.gloebit.reactive.wire.EndpointList;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.RandomFaults;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** The lost answer and the refused connection for every row of the API, and what the service has of it. */
class EveryEndpointFaultTest {
    private static final int ATTEMPTS = 3;

    static Stream<EndpointInUse> rows() {
        return EndpointInUse.all();
    }

    @Test
    void everyRowIsThere() {
        assertThat(rows().map(EndpointInUse::name))
                .containsExactlyInAnyOrderElementsOf(
                        EndpointList.all().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoseAnswersAreAllLostIsDoneOnceAndInDoubt(EndpointInUse row) {
        Object traceOfOne = trace(row, (shop, call) -> call.block(Waiting.PATIENCE));

        Object trace = trace(row, (shop, call) -> {
            shop.simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.COMMIT_THEN_DROP));
            GloebitException told = Waiting.failure(GloebitException.class, call);
            shop.simulator.failRandomly(RandomFaults.NONE);

            assertThat(told.outcome())
                    .isEqualTo(RepeatSafetyContract.reads(row.name()) ? Outcome.NOT_DONE : Outcome.UNKNOWN);
            assertThat(told.details().attempts())
                    .isEqualTo(RepeatSafetyContract.survivesALostAnswer(row.name()) ? ATTEMPTS : 1);
        });

        assertThat(trace).isEqualTo(traceOfOne);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thatCannotConnectIsNotDone(EndpointInUse row) {
        Object traceOfNone = trace(row, (shop, call) -> {});

        Object trace = trace(row, (shop, call) -> {
            shop.simulator.connectionFaults().refuse();
            GloebitException told = Waiting.failure(GloebitException.class, call);
            shop.simulator.connectionFaults().accept();

            assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(told.details().attempts()).isEqualTo(ATTEMPTS);
        });

        assertThat(trace).isEqualTo(traceOfNone);
    }

    /** Else the two above would show nothing. */
    @ParameterizedTest
    @MethodSource("rows")
    void leavesATraceIfItChangesSomething(EndpointInUse row) {
        Object traceOfNone = trace(row, (shop, call) -> {});
        Object traceOfOne = trace(row, (shop, call) -> call.block(Waiting.PATIENCE));

        assertThat(traceOfOne.equals(traceOfNone)).isEqualTo(RepeatSafetyContract.reads(row.name()));
    }

    private static Object trace(EndpointInUse row, BiConsumer<SimulatedShop, Mono<?>> deed) {
        try (SimulatedShop shop = new SimulatedShop()) {
            GloebitClient client = shop.another(builder -> builder);
            EndpointInUse.Use use = row.with().apply(shop, client);
            deed.accept(shop, use.call());
            Object trace = use.trace().get();
            shop.requireQuiet();
            return trace;
        }
    }
}
