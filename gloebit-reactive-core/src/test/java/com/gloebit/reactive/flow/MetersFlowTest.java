package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the meters say after a day at the shop: two sales, a refusal, a doubt, a retry. */
class MetersFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedShop shop = new SimulatedShop();

    @BeforeEach
    void aDay() {
        buy(ItemPurchase.of(TransactionId.of("o-1"), "torch", 3).withQuantity(2).withUsername("ada"));
        shop.simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 1);
        run(shop.ada.purchase(
                ProductPurchase.of(TransactionId.of("o-2"), "Sword").withUsername("ada")));
        buy(ItemPurchase.of(TransactionId.of("o-3"), "castle", 1000).withUsername("ada"));
        shop.simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 3);
        buy(ItemPurchase.of(TransactionId.of("o-4"), "torch", 3).withUsername("ada"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void salesRefusalsAndDoubtsAreCounted() {
        assertThat(counter("gloebit.purchases.accepted", "kind", "item")).isEqualTo(1);
        assertThat(counter("gloebit.purchases.accepted", "kind", "product")).isEqualTo(1);
        assertThat(counter("gloebit.purchases.failed", "kind", "item", "failure", "insufficient-funds"))
                .isEqualTo(1);
        assertThat(counter("gloebit.purchases.in.doubt", "kind", "item")).isEqualTo(1);
        assertThat(shop.meters
                        .get("gloebit.purchases.amount")
                        .tag("kind", "item")
                        .summary()
                        .totalAmount())
                .isEqualTo(6);
    }

    @Test
    void operationsAndAttemptsAreTimed() {
        assertThat(operations("done")).isEqualTo(2);
        assertThat(operations("not-done")).isEqualTo(1);
        assertThat(operations("unknown")).isEqualTo(1);
        assertThat(shop.meters.find("gloebit.client.attempt").tag("error", "lost").timers().stream()
                        .mapToLong(timer -> timer.count())
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void theCircuitBreakersReportToTheSameRegistry() {
        assertThat(shop.meters
                        .get("resilience4j.circuitbreaker.calls")
                        .tag("name", "gloebit-custom-transaction")
                        .tag("kind", "failed")
                        .timer()
                        .count())
                .isEqualTo(4);
    }

    /** A registry such as Prometheus' refuses a name with two sets of keys. */
    @Test
    void oneNameHasOneSetOfTagKeys() {
        Map<String, Set<Set<String>>> keys = shop.meters.getMeters().stream()
                .collect(Collectors.groupingBy(
                        meter -> meter.getId().getName(),
                        Collectors.mapping(MetersFlowTest::keysOf, Collectors.toSet())));
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy((name, sets) -> assertThat(sets).as(name).hasSize(1));
    }

    @Test
    void closingRemovesTheGauges() {
        run(shop.gloebit.closeGracefully(Duration.ofSeconds(5)));
        assertThat(shop.meters.find("gloebit.client.in.flight").gauge()).isNull();
    }

    private static Set<String> keysOf(Meter meter) {
        return meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
    }

    private long operations(String outcome) {
        return shop.meters
                .get("gloebit.client.operation")
                .tag("endpoint", "transact")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private double counter(String name, String... tags) {
        return shop.meters.get(name).tags(tags).counter().count();
    }

    private void buy(ItemPurchase purchase) {
        run(shop.ada.purchase(purchase));
    }

    private static void run(Mono<?> mono) {
        mono.onErrorComplete().block(PATIENCE);
    }
}
