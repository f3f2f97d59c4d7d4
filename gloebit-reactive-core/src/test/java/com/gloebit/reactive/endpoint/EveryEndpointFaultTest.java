package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.PreparedCall;
import com.gloebit.reactive.endpoint.support.SimulatedCall;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.flow.support.Waiting;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.RandomFaults;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lost answer and the refused connection for every endpoint, and what the service has of the call. */
class EveryEndpointFaultTest {
    private static final int ATTEMPTS = 3;

    static Stream<Arguments> calls() {
        return EndpointEntries.all()
                .flatMap(entry -> IntStream.range(0, entry.calls().size())
                        .mapToObj(i -> Arguments.argumentSet(
                                entry + (i == 0 ? "" : ", call " + (i + 1)),
                                entry,
                                entry.calls().get(i))));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallWhoseAnswersAreAllLostIsDoneOnceAndInDoubt(EndpointEntry entry, SimulatedCall call) {
        Object traceOfOne = trace(entry, call, (shop, prepared) -> prepared.run());

        Object trace = trace(entry, call, (shop, prepared) -> {
            shop.simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.COMMIT_THEN_DROP));
            GloebitException told = Waiting.failure(GloebitException.class, prepared.call());
            shop.simulator.failRandomly(RandomFaults.NONE);

            assertThat(told.outcome()).isEqualTo(entry.reads() ? Outcome.NOT_DONE : Outcome.UNKNOWN);
            assertThat(told.details().attempts()).isEqualTo(entry.isRepeatable() ? ATTEMPTS : 1);
        });

        assertThat(trace).isEqualTo(traceOfOne);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatCannotConnectIsNotDone(EndpointEntry entry, SimulatedCall call) {
        Object traceOfNone = trace(entry, call, (shop, prepared) -> {});

        Object trace = trace(entry, call, (shop, prepared) -> {
            shop.simulator.connectionFaults().refuse();
            GloebitException told = Waiting.failure(GloebitException.class, prepared.call());
            shop.simulator.connectionFaults().accept();

            assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(told.details().attempts()).isEqualTo(ATTEMPTS);
        });

        assertThat(trace).isEqualTo(traceOfNone);
    }

    /** Without a trace the two tests above would show nothing. */
    @ParameterizedTest
    @MethodSource("calls")
    void aCallLeavesATraceUnlessItOnlyReads(EndpointEntry entry, SimulatedCall call) {
        Object traceOfNone = trace(entry, call, (shop, prepared) -> {});
        Object traceOfOne = trace(entry, call, (shop, prepared) -> prepared.run());

        assertThat(traceOfOne.equals(traceOfNone)).isEqualTo(entry.reads());
    }

    private static Object trace(
            EndpointEntry entry, SimulatedCall call, BiConsumer<SimulatedShop, PreparedCall<?>> action) {
        try (SimulatedShop shop = new SimulatedShop()) {
            PreparedCall<?> prepared = call.prepare(shop, shop.another(entry.settings()));
            action.accept(shop, prepared);
            Object trace = prepared.trace().get();
            shop.requireQuiet();
            return trace;
        }
    }
}
