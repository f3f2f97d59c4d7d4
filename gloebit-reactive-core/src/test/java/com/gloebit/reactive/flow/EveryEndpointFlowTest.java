package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.wire.EndpointList;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the API, over http and https, whatever the service does where nothing published says it. */
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
    void everyEndpointIsUsedAndTheBooksAddUp(String scheme, Set<OpenBehaviour> open) {
        try (SimulatedShop shop = scheme.equals("https") ? SimulatedShop.overHttps(open) : new SimulatedShop(open)) {
            assertThat(shop.simulator.baseUri()).hasScheme(scheme);

            EveryEndpointTour.through(shop);

            assertThat(shop.simulator.violations()).isEmpty();
            everyRowIsDone(shop);
            everyPurchaseIsBookedOnce(shop);
        }
    }

    private static void everyRowIsDone(SimulatedShop shop) {
        Collection<Timer> operations =
                shop.meters.find("gloebit.client.operation").timers();
        assertThat(operations)
                .extracting(operation -> operation.getId().getTag("outcome"))
                .containsOnly("done");
        assertThat(operations.stream()
                        .map(operation -> operation.getId().getTag("endpoint"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        EndpointList.all().map(Endpoint::name).toList());
    }

    private static void everyPurchaseIsBookedOnce(SimulatedShop shop) {
        assertThat(shop.simulator.ledger())
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(LedgerEntry.State.COMMITTED))
                .extracting(LedgerEntry::transactionId)
                .containsExactlyInAnyOrder("item", "product", "payment", "debit");
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("78");
        assertThat(shop.everything()).isEqualByComparingTo("100");
    }
}
