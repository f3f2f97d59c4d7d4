package com.gloebit.examples.demo;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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

    /** What every address begins with that the shop gives to Gloebit. */
    static final URI HOME = URI.create("https://lantern-shop.example/gloebit/");

    private static final String SECRET = "only-the-simulator-knows";
    private static final URI CALLBACK = HOME.resolve("callback");
    private static final BigDecimal POCKET_MONEY = new BigDecimal("500");

    /** A simulated Gloebit that knows the shop and Ada. */
    static GloebitSimulatorBuilder service(BigDecimal opening) {
        return GloebitSimulator.builder()
                .application(Application.of(KEY, SECRET, HOME))
                .account(USER, PASSWORD, opening)
                .product(Product.of(PRODUCT, new BigDecimal("25")));
    }

    /** What Ada's account holds at the beginning. */
    static BigDecimal opening(int purchases) {
        return POCKET_MONEY.add(LOAD_PRICE.multiply(BigDecimal.valueOf(purchases)));
    }

    /**
     * A service and a client of it, for as long as there are lines. Starting and stopping the service block, so neither
     * is left to whichever thread comes by.
     */
    static Flux<String> open(
            GloebitSimulatorBuilder service,
            UnaryOperator<GloebitClientBuilder> settings,
            BiFunction<GloebitSimulator, Shop, Flux<String>> lines) {
        return Flux.usingWhen(
                Mono.fromSupplier(service::start).subscribeOn(Schedulers.boundedElastic()),
                started -> connect(started, settings, shop -> lines.apply(started, shop)),
                started -> Mono.fromRunnable(started::close).subscribeOn(Schedulers.boundedElastic()));
    }

    /** A client of a service, for as long as there are lines. */
    static Flux<String> connect(
            GloebitSimulator service,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return connect(ClientSecrets.of(KEY, SECRET), service, settings, lines);
    }

    /** A client that anybody can take apart, so that it is given no secret. */
    static Flux<String> connectPublicly(
            GloebitSimulator service,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return connect(ClientSecrets.ofPublicClient(KEY), service, settings, lines);
    }

    private static Flux<String> connect(
            ClientSecrets secrets,
            GloebitSimulator service,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> of(secrets, service, settings)),
                lines,
                shop -> shop.client().close(Duration.ofSeconds(5)));
    }

    private static Shop of(
            ClientSecrets secrets, GloebitSimulator service, UnaryOperator<GloebitClientBuilder> settings) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        GloebitClientBuilder client = GloebitClient.builder(secrets)
                .environment(GloebitEnvironment.custom(service.baseUri()))
                .redirectUri(CALLBACK)
                .meterRegistry(meters);
        return new Shop(settings.apply(client).build(), meters);
    }
}
