package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.PreparedCall;
import com.gloebit.reactive.endpoint.support.SimulatedCall;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A tour of every endpoint, over http and https, under every reading of what the contract leaves open. */
class EveryEndpointFlowTest {
    static Stream<Arguments> services() {
        return Stream.of("http", "https").flatMap(scheme -> readings().map(open -> arguments(scheme, open)));
    }

    /** The defaults, each switch alone, and all at once. */
    private static Stream<Set<OpenBehaviour>> readings() {
        Set<OpenBehaviour> all = Set.of(OpenBehaviour.values());
        return Stream.concat(
                Stream.of(Set.of(), all), Arrays.stream(OpenBehaviour.values()).map(Set::of));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("services")
    void everyEndpointIsCalledAndTheBooksAddUp(String scheme, Set<OpenBehaviour> open) {
        try (SimulatedShop shop = scheme.equals("https") ? SimulatedShop.overHttps(open) : new SimulatedShop(open)) {
            assertThat(shop.simulator.baseUri()).hasScheme(scheme);

            EndpointEntries.all().forEach(entry -> entry.calls().forEach(call -> call(shop, entry, call)));

            assertThat(shop.simulator.violations()).isEmpty();
            assertThatEveryPurchaseIsBookedOnce(shop);
        }
    }

    /** Calls what may be sent again twice, as after a lost answer. */
    private static void call(SimulatedShop shop, EndpointEntry entry, SimulatedCall call) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        GloebitClient client =
                shop.another(builder -> entry.settings().apply(builder).meterRegistry(meters));
        PreparedCall<?> prepared = call.prepare(shop, client);
        prepared.run();
        int times = entry.isRepeatable() ? 2 : 1;
        if (times == 2) {
            prepared.run();
        }
        assertThat(meters.find("gloebit.client.operation").timers())
                .as("operations of the call of " + entry)
                .singleElement()
                .satisfies(operation ->
                        assertThat(operation.getId().getTag("endpoint")).isEqualTo(entry.name()))
                .satisfies(operation ->
                        assertThat(operation.getId().getTag("outcome")).isEqualTo("done"))
                .extracting(Timer::count)
                .isEqualTo((long) times);
        assertThat(Canaries.in(meters)).as("secrets in meters").isEmpty();
    }

    private static void assertThatEveryPurchaseIsBookedOnce(SimulatedShop shop) {
        assertThat(shop.simulator.ledger())
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(LedgerEntry.State.COMMITTED))
                .extracting(LedgerEntry::transactionId)
                .containsExactlyInAnyOrder("item", "product", "payment", "debit");
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("78");
        assertThat(shop.simulator.balance("bob")).isEqualByComparingTo("9.8");
        assertThat(shop.everything()).isEqualByComparingTo("100");
    }
}
