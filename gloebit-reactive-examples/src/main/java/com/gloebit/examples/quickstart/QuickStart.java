package com.gloebit.examples.quickstart;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.SampleData;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

public final class QuickStart {
    public static void main(String[] arguments) {
        HttpServerRoutes routes = HttpServerRoutes.newRoutes();
        var server = HttpServer.create().host("127.0.0.1").handle(routes).bindNow();
        URI shop = URI.create("http://127.0.0.1:" + server.port() + "/gloebit/");
        Sinks.One<String> delivered = Sinks.one();
        try (GloebitSimulator simulator = SampleData.builder().start();
                GloebitClient gloebit = GloebitClient.builder(ClientSecrets.of("test-application", "s3cr3t"))
                        .environment(GloebitEnvironment.custom(simulator.baseUri()))
                        .redirectUri(shop.resolve("callback"))
                        .signingKey(new SecureRandom().generateSeed(32))
                        .holds(HoldSettings.of(
                                shop.resolve("holds"),
                                TransactionJournal.inMemory(),
                                paid -> Mono.fromRunnable(() -> delivered.tryEmitValue(paid.item()))))
                        .build()) {
            gloebit.holds().routes().accept(routes); // Gloebit asks here before it charges, and reports the end.

            // Log in. In production, the user's browser opens the page and comes back to the redirect URI.
            URI page = gloebit.authorizationUri(AuthorizationRequest.forSession("session-1"));
            String query = simulator.approve(page, "ada", "ada").getRawQuery();

            // Buy under the order's number, then wait for the settlement.
            TransactionId order = TransactionId.of("order-1");
            Mono<Void> settlement = gloebit.holds().settlement(order);
            gloebit.exchange(query, "session-1")
                    .flatMap(credential ->
                            gloebit.withCredential(credential).purchase(ItemPurchase.of(order, "torch", 3)))
                    .doOnNext(receipt -> System.out.println("accepted   " + receipt))
                    .then(settlement.doOnSuccess(paid -> System.out.println("settled    paid")))
                    .then(delivered.asMono())
                    .doOnNext(item -> System.out.println("delivered  " + item))
                    .block(Duration.ofSeconds(30));
            System.out.println("balance    " + simulator.balance("ada"));
        }
    }
}
