package com.gloebit.examples.crash;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * An application that buys, takes Gloebit's calls and delivers, as a process of its own, so that it can be killed. What it
 * is told comes from its environment, what it does it prints.
 */
final class ShopProgram {
    static final TransactionId ID = TransactionId.of("order-1");

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Map<String, String> environment = System.getenv();
    private final Deliveries deliveries = new Deliveries(Path.of(told("DATABASE")));
    private final int port = Integer.parseInt(told("PORT"));
    private final InMemoryCredentialStore credentials = new InMemoryCredentialStore();
    private final GloebitClient gloebit = GloebitClient.builder(ClientSecrets.of("shop", told("SECRET")))
            .environment(GloebitEnvironment.custom(URI.create(told("GLOEBIT"))))
            .signingKey(Base64.getDecoder().decode(told("SIGNING_KEY")))
            .credentialStore(credentials)
            .limits(CallLimits.DEFAULT.withAttemptTimeout(Duration.ofSeconds(2)).withDeadline(Duration.ofSeconds(3)))
            .holds(HoldSettings.of(
                            URI.create("http://127.0.0.1:" + port + "/holds"), deliveries.journal(), new Handler())
                    .withEffectTimeout(Duration.ofSeconds(1)))
            .build();

    private String told(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    public static void main(String[] arguments) {
        new ShopProgram().run();
    }

    private void run() {
        deliveries
                .open()
                .then(credentials.save("ada", Credential.of(told("TOKEN"))))
                .then(HttpServer.create()
                        .host("127.0.0.1")
                        .port(port)
                        .route(gloebit.holds().routes())
                        .bind())
                .thenMany(Flux.merge(recovery(), bought(), delivered()))
                .blockLast();
    }

    private Flux<Void> recovery() {
        return gloebit.holds()
                .recovery()
                .repeatWhen(done -> done.delayElements(LOOK))
                .thenMany(Flux.empty());
    }

    private Mono<Void> bought() {
        return Mono.justOrEmpty(environment.get("BUY"))
                .flatMap(unused -> gloebit.user("ada"))
                .flatMap(ada -> ada.purchase(ItemPurchase.of(ID, "torch", 3).withUsername("ada")))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> delivered() {
        return deliveries
                .count()
                .repeatWhen(done -> done.delayElements(LOOK))
                .filter(count -> count > 0)
                .next()
                .doOnNext(count -> say("delivered"))
                .then();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private final class Handler implements HoldHandler {
        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return begun("enact").thenReturn(EnactDecision.approve());
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return deliveries.add(transaction.id().toString()).then(begun("consume"));
        }

        /** Is where the process is killed: the effect has begun, and does not end. */
        private Mono<Void> begun(String step) {
            return Mono.defer(() -> {
                say(step);
                return step.equals(environment.get("STUCK_IN")) ? Mono.never() : Mono.empty();
            });
        }
    }
}
