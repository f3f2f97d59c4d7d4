package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class InventoryFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedShop shop = new SimulatedShop(
            names().map(name -> Product.of(name, BigDecimal.ONE).withGrantable(true))
                    .toArray(Product[]::new));

    @AfterEach
    void noViolation() {
        assertThat(shop.simulator.violations()).isEmpty();
        shop.close();
    }

    static Stream<String> names() {
        return Stream.of("a/b", "50% off", "..", ".", "a b", "\uD83D\uDD25", "ü?#&=+", "x".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aProductWithAnyNameIsGrantedSetConsumedAndListed(String name) {
        changes(shop.ada.products(), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCharactersProductWithAnyNameIsGrantedSetConsumedAndListed(String name) {
        changes(
                shop.ada
                        .character(shop.simulator.createCharacter("shop", "ada", "Lovelace"))
                        .products(),
                name);
    }

    private static void changes(Products products, String name) {
        assertThat(block(products.grant(name, 3))).isEqualTo(3);
        assertThat(block(products.setCount(name, 7))).isEqualTo(7);
        assertThat(block(products.consume(name, 2))).isEqualTo(5);
        StepVerifier.create(products.list())
                .expectNext(new ProductCount(name, 5))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(block(products.setCount(name, 0))).isZero();
    }

    @Test
    void grantingAProductThatIsNotGrantableIsRefused() {
        StepVerifier.create(shop.ada.products().grant("Sword", 1))
                .expectError(RequestRefusedException.class)
                .verify(PATIENCE);
    }

    @Test
    void aGrantWhoseAnswerIsLostIsNotSentAgainAndASetCountIs() {
        shop.simulator.failNext("/grant-user-product", Fault.COMMIT_THEN_DROP, 1);
        StepVerifier.create(shop.ada.products().grant("a/b", 1))
                .expectErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.UNKNOWN))
                .verify(PATIENCE);
        shop.simulator.failNext("/set-user-product-count", Fault.COMMIT_THEN_DROP, 2);
        assertThat(block(shop.ada.products().setCount("a/b", 1))).isEqualTo(1);
        assertThat(shop.simulator.requestCount("/grant-user-product")).isEqualTo(1);
        assertThat(shop.simulator.requestCount("/set-user-product-count")).isEqualTo(3);
    }

    private static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
