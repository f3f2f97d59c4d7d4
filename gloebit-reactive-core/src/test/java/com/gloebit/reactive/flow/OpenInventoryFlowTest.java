package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static com.gloebit.simulator.OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE;
import static com.gloebit.simulator.OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** A product that can no longer be bought: whether it can be granted and consumed, nothing published says. */
class OpenInventoryFlowTest {
    private static final String RELIC = "Relic";

    static Stream<Named<Function<SimulatedShop, Products>>> inventories() {
        return Stream.of(
                Named.of("a user's", shop -> shop.ada.products()),
                Named.of(
                        "a character's",
                        shop -> shop.ada
                                .character(shop.simulator.createCharacter("shop", "ada", "Lovelace"))
                                .products()));
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void anUnavailableProductIsGrantedSetAndConsumedByDefault(Function<SimulatedShop, Products> inventory) {
        try (SimulatedShop shop = new SimulatedShop()) {
            Products products = inventory.apply(shop);

            assertThat(block(products.grant(RELIC, 2))).isEqualTo(2);
            assertThat(block(products.setCount(RELIC, 3))).isEqualTo(3);
            assertThat(block(products.consume(RELIC, 1))).isEqualTo(2);
            assertThat(shop.simulator.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void grantingAndSettingAnUnavailableProductAreRefusedUnderTheOtherReading(
            Function<SimulatedShop, Products> inventory) {
        try (SimulatedShop shop = new SimulatedShop(UNAVAILABLE_PRODUCT_NOT_GRANTABLE)) {
            Products products = inventory.apply(shop);

            refused(products.grant(RELIC, 2));
            refused(products.setCount(RELIC, 3));
            assertThat(block(products.list().collectList())).isEmpty();
            assertThat(block(products.grant("Torch", 1))).isEqualTo(1);
            assertThat(shop.simulator.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void consumingAnUnavailableProductIsRefusedUnderTheOtherReading(Function<SimulatedShop, Products> inventory) {
        try (SimulatedShop shop = new SimulatedShop(UNAVAILABLE_PRODUCT_NOT_CONSUMABLE)) {
            Products products = inventory.apply(shop);
            block(products.setCount(RELIC, 3));

            refused(products.consume(RELIC, 1));
            assertThat(block(products.list().collectList())).containsExactly(new ProductCount(RELIC, 3));
            assertThat(shop.simulator.violations()).isEmpty();
        }
    }

    @Test
    void anUnavailableProductCannotBeBought() {
        try (SimulatedShop shop = new SimulatedShop()) {
            AuthorizedUser ada = shop.ada;

            TransactionRejectedException rejected = failure(
                    TransactionRejectedException.class,
                    ada.purchase(ProductPurchase.of(TransactionId.of("order-1"), RELIC)));

            assertThat(rejected.failure()).isEqualTo(TransactionFailure.REQUEST_REFUSED);
            assertThat(rejected.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(shop.simulator.ledger()).isEmpty();
        }
    }

    private static void refused(Mono<Long> change) {
        RequestRefusedException refused = failure(RequestRefusedException.class, change);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(refused.details().attempts()).isEqualTo(1);
    }
}
