package com.gloebit.examples.demo.shop;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The application that sells: its client, the meters that the client writes, and the server that Gloebit can reach.
 *
 * @param client talks to Gloebit
 * @param meters what it measured
 * @param server is talked to by Gloebit, and by browsers that it sends
 */
public record Shop(GloebitClient client, SimpleMeterRegistry meters, ShopServer server) {
    public static final String KEY = "lantern-shop";
    public static final String USER = "ada";
    public static final String PASSWORD = "correct horse battery staple";
    public static final String PRODUCT = "Healing potion";

    /** What a single purchase of the load run costs. */
    public static final BigDecimal LOAD_PRICE = new BigDecimal("1.5");

    /** The simulator calls each hold URL once. The long timeout keeps a slow machine from missing the call. */
    public static final CallbackBehaviour CALLBACKS =
            CallbackBehaviour.automatic().timeout(Duration.ofSeconds(20));

    private static final String SECRET = "only-the-simulator-knows";
    private static final BigDecimal POCKET_MONEY = new BigDecimal("500");

    /** A simulated Gloebit that knows Ada and what she can buy. */
    public static GloebitSimulatorBuilder service(BigDecimal opening) {
        return GloebitSimulator.builder()
                .account(USER, PASSWORD, opening)
                .callbacks(CALLBACKS)
                .product(Product.of(PRODUCT, new BigDecimal("25")));
    }

    /** What Ada's account holds at the beginning. */
    public static BigDecimal opening(int purchases) {
        return POCKET_MONEY.add(LOAD_PRICE.multiply(BigDecimal.valueOf(purchases)));
    }

    /** Nobody calls a demo that has ended. What outlives its process keeps its key. */
    public static byte[] randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** A shop and a service that knows it, for as long as there are lines. */
    public static Flux<String> open(
            GloebitSimulatorBuilder service,
            BiFunction<GloebitClientBuilder, ShopServer, GloebitClientBuilder> settings,
            BiFunction<GloebitSimulator, Shop, Flux<String>> lines) {
        return ShopServer.during(server -> during(
                service.application(Application.of(KEY, SECRET, server.home())),
                started -> connect(
                        started,
                        server,
                        client -> settings.apply(client, server),
                        shop -> lines.apply(started, shop))));
    }

    /** Starting and stopping the service block, so neither is left to whichever thread comes by. */
    private static Flux<String> during(
            GloebitSimulatorBuilder service, Function<GloebitSimulator, Flux<String>> lines) {
        return Flux.usingWhen(
                Mono.fromSupplier(service::start).subscribeOn(Schedulers.boundedElastic()),
                lines,
                started -> Mono.fromRunnable(started::close).subscribeOn(Schedulers.boundedElastic()));
    }

    /** A client of a service, for as long as there are lines. */
    public static Flux<String> connect(
            GloebitSimulator service,
            ShopServer server,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return connect(ClientSecrets.of(KEY, SECRET), service, server, settings, lines);
    }

    /** A client that anybody can take apart, so that it is given no secret. */
    public static Flux<String> connectPublicly(
            GloebitSimulator service,
            ShopServer server,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return connect(ClientSecrets.ofPublicClient(KEY), service, server, settings, lines);
    }

    private static Flux<String> connect(
            ClientSecrets secrets,
            GloebitSimulator service,
            ShopServer server,
            UnaryOperator<GloebitClientBuilder> settings,
            Function<Shop, Flux<String>> lines) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> of(secrets, service, server, settings)),
                // What the first call would load counts with its time limit.
                shop -> shop.client().warmUp().thenMany(Flux.defer(() -> lines.apply(shop))),
                shop -> shop.client().closeGracefully(Duration.ofSeconds(5)));
    }

    private static Shop of(
            ClientSecrets secrets,
            GloebitSimulator service,
            ShopServer server,
            UnaryOperator<GloebitClientBuilder> settings) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        GloebitClientBuilder client = GloebitClient.builder(secrets)
                .environment(GloebitEnvironment.custom(service.baseUri()))
                .redirectUri(server.callback())
                .meterRegistry(meters);
        return new Shop(settings.apply(client).build(), meters, server);
    }
}
