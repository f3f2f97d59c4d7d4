package com.gloebit.reactive.redeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is loaded before the first user comes. */
class WarmUpTest {
    private static final String OWN = "com.gloebit.reactive.internal.";
    private static final URI NOBODY = URI.create("https://localhost:1");

    /** Each is on the way of a purchase or of its answer. */
    @Test
    @SuppressWarnings("unchecked")
    void theWarmUpLoadsTheClassesBetweenAPurchaseAndItsAnswer() throws Exception {
        List<String> needed = List.of(
                "purchase.PurchaseEncoder",
                "json.JsonWriter",
                "json.JsonReader",
                "subject.TransactAnswer",
                "pipeline.CallExecution",
                "pipeline.RetryBudget",
                "http.SendGate");
        try (Deployment application = new Deployment(GloebitClient.class, WarmedShop.class)) {
            Consumer<URI> shop = (Consumer<URI>) application
                    .loadClass(WarmedShop.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            shop.accept(NOBODY);

            assertThat(needed).allMatch(name -> application.hasLoaded(OWN + name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theWarmUpOpensNoConnectionAndCanBeRepeated(String scheme) throws IOException {
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            GloebitClient client = GloebitClient.builder(Given.SECRETS)
                    .environment(
                            GloebitEnvironment.custom(URI.create(scheme + "://localhost:" + service.getLocalPort())))
                    .meterRegistry(meters)
                    .build();
            List<Meter.Id> before = ids(meters);
            try {
                client.warmUp().block(Given.PATIENCE);
                client.warmUp().block(Given.PATIENCE);
            } finally {
                assertThat(ids(meters)).as("meters").isEqualTo(before);
                client.dispose();
            }
            service.setSoTimeout(1);
            assertThat(catchThrowable(service::accept))
                    .as("no connection was made")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"http, 0", "https, 1"})
    void theWarmUpPreparesTheTlsOfTheClient(String scheme, int handshakes) throws Exception {
        Queue<SSLEngine> engines = new ConcurrentLinkedQueue<>();
        warm(scheme, new DelegatingSslContext(SslContextBuilder.forClient().build()) {
            @Override
            protected void initEngine(SSLEngine engine) {
                engines.add(engine);
            }
        });

        assertThat(engines)
                .hasSize(handshakes)
                .allMatch(engine -> engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP);
    }

    /** The first call tells what is wrong; there is no user yet who could be told. */
    @Test
    void theWarmUpSucceedsWhereTlsIsUnavailable() throws Exception {
        warm("https", SslContextBuilder.forClient().protocols("SSLv2Hello").build());
    }

    private static void warm(String scheme, SslContext tls) {
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(URI.create(scheme + "://localhost:1")))
                .httpClient(http -> http.secure(ssl -> ssl.sslContext(tls)))
                .build();
        try {
            client.warmUp().block(Given.PATIENCE);
        } finally {
            client.dispose();
        }
    }

    private static List<Meter.Id> ids(SimpleMeterRegistry meters) {
        return meters.getMeters().stream().map(Meter::getId).toList();
    }
}
