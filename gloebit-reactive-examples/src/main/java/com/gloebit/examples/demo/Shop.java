package com.gloebit.examples.demo;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.Scope;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import reactor.core.publisher.Mono;

/**
 * The application that sells: its client, and the meters that the client writes.
 *
 * @param client talks to Gloebit
 * @param meters what it measured
 */
record Shop(GloebitClient client, SimpleMeterRegistry meters) {
    static final String KEY = "lantern-shop";
    static final String USER = "ada";
    static final String PASSWORD = "correct horse battery staple";
    static final String PRODUCT = "Healing potion";

    /** What a single purchase of the load run costs. */
    static final BigDecimal LOAD_PRICE = new BigDecimal("1.5");

    private static final String SECRET = "only-the-simulator-knows";
    private static final URI CALLBACK = URI.create("https://lantern-shop.example/gloebit/callback");
    private static final BigDecimal POCKET_MONEY = new BigDecimal("500");

    /** A simulated Gloebit, in which Ada can pay for the whole demo. */
    static GloebitSimulator startService(int purchases) {
        return GloebitSimulator.builder()
                .application(Application.of(KEY, SECRET, CALLBACK))
                .account(USER, PASSWORD, opening(purchases))
                .product(Product.of(PRODUCT, new BigDecimal("25")))
                .start();
    }

    /** What Ada's account holds at the beginning. */
    static BigDecimal opening(int purchases) {
        return POCKET_MONEY.add(LOAD_PRICE.multiply(BigDecimal.valueOf(purchases)));
    }

    static Mono<Shop> client(GloebitSimulator service) {
        return Mono.fromSupplier(() -> {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            GloebitClient client = GloebitClient.builder(ClientSecrets.of(KEY, SECRET))
                    .environment(GloebitEnvironment.custom(service.baseUri()))
                    .redirectUri(CALLBACK)
                    .scopes(Scope.USER, Scope.BALANCE, Scope.INVENTORY, Scope.TRANSACT)
                    .meterRegistry(meters)
                    .build();
            return new Shop(client, meters);
        });
    }
}
