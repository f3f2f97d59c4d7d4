package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CloseFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatedShop shop = new SimulatedShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void disposingCutsAHangingPurchaseOffAndLeavesItInDoubt() {
        cutOff(GloebitClient::dispose);
    }

    @Test
    void closingCutsOffCallsThatAreNotDoneInTime() {
        cutOff(client -> StepVerifier.create(client.closeGracefully(Duration.ofMillis(50)))
                .expectComplete()
                .verify(PATIENCE));
    }

    @Test
    void aCancelledCloseClosesAtOnce() {
        cutOff(client -> client.closeGracefully(PATIENCE).subscribe().dispose());
        assertThat(shop.meters.getMeters())
                .noneMatch(meter ->
                        meter instanceof Gauge || meter.getId().getName().startsWith("resilience4j"));
    }

    private void cutOff(Consumer<GloebitClient> ending) {
        shop.simulator.failNext("/transact", Fault.HANG, 1);
        Mono<Receipt> purchase = shop.ada.purchase(
                ItemPurchase.of(TransactionId.of("o-1"), "torch", 3).withUsername("ada"));
        StepVerifier.create(purchase)
                .expectSubscription()
                .then(this::untilItHasArrived)
                .then(() -> ending.accept(shop.gloebit))
                .expectError(TransactionInDoubtException.class)
                .verify(PATIENCE);
        assertThat(shop.simulator.requestCount("/transact")).isEqualTo(1);
        StepVerifier.create(shop.ada.balance())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CallBlockedException.class,
                                blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CLIENT_CLOSED)))
                .verify(PATIENCE);
    }

    private void untilItHasArrived() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (shop.simulator.requestCount("/transact") == 0 && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
    }

    /** One client's end is not the other's. */
    @Test
    void aSecondClientOnTheSameRegistryKeepsItsGauges() {
        GloebitClient second = GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                .environment(GloebitEnvironment.custom(shop.simulator.baseUri()))
                .meterRegistry(shop.meters)
                .build();
        second.dispose();
        assertThat(shop.meters.find("gloebit.client.in.flight").gauges()).hasSize(1);
    }

    @Test
    void closingRemovesEveryGauge() {
        shop.gloebit.dispose();
        assertThat(shop.meters.getMeters()).noneMatch(meter -> meter instanceof Gauge);
    }
}
