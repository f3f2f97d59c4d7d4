package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import io.netty.handler.ssl.SslContextBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider;
import reactor.test.StepVerifier;

/** Whom the token is shown to. */
class TlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUsersOwnProviderIsUsed() throws Exception {
        UnaryOperator<HttpClient> trusting = serveAs("localhost");
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\":true,\"balance\":7}")
                .build());
        withClient(
                trusting,
                client -> StepVerifier.create(
                                client.withCredential(Credential.of("token")).balance())
                        .expectNext(new BigDecimal("7"))
                        .expectComplete()
                        .verify(PATIENCE));
    }

    /** Reactor Netty leaves the check of the host to the provider, and a user's provider does not make it. */
    @ParameterizedTest(name = "a provider that turns the check off: {0}")
    @ValueSource(booleans = {false, true})
    void aTrustedCertificateOfAnotherHostIsRefusedBeforeAnythingIsSent(boolean unchecking) throws Exception {
        UnaryOperator<HttpClient> trusting = serveAs("other.example", unchecking);
        withClient(trusting, client -> {
            Mono<Receipt> purchase = client.withCredential(Credential.of("token"))
                    .withLimits(CallLimits.DEFAULT.withAttempts(1))
                    .purchase(
                            ItemPurchase.of(TransactionId.of("o-1"), "torch", 3).withUsername("ada"));
            StepVerifier.create(purchase)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(ServiceUnreachableException.class, failure -> {
                                assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
                                assertThat(failure).hasCauseInstanceOf(SSLException.class);
                            }))
                    .verify(PATIENCE);
        });
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anUntrustedCertificateIsRefused() throws Exception {
        serveAs("localhost");
        withClient(
                UnaryOperator.identity(),
                client -> StepVerifier.create(client.withCredential(Credential.of("token"))
                                .withLimits(CallLimits.DEFAULT.withAttempts(1))
                                .balance())
                        .expectError(ServiceUnreachableException.class)
                        .verify(PATIENCE));
        assertThat(server.getRequestCount()).isZero();
    }

    private UnaryOperator<HttpClient> serveAs(String host) throws Exception {
        return serveAs(host, false);
    }

    private UnaryOperator<HttpClient> serveAs(String host, boolean unchecking) throws Exception {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
        HandshakeCertificates ofServer =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.useHttps(ofServer.sslSocketFactory());
        server.start();
        SslProvider provider = SslProvider.builder()
                .sslContext(SslContextBuilder.forClient()
                        .trustManager(certificate.certificate())
                        .build())
                .handlerConfigurator(handler -> {
                    if (unchecking) {
                        SSLParameters parameters = handler.engine().getSSLParameters();
                        parameters.setEndpointIdentificationAlgorithm("");
                        handler.engine().setSSLParameters(parameters);
                    }
                })
                .build();
        return http -> http.secure(provider);
    }

    private interface Check {
        void with(GloebitClient client);
    }

    private void withClient(UnaryOperator<HttpClient> httpClient, Check check) {
        GloebitClient client = GloebitClient.builder(ClientSecrets.of("key", "secret"))
                .environment(GloebitEnvironment.custom(URI.create("https://localhost:" + server.getPort())))
                .httpClient(httpClient)
                .build();
        try {
            check.with(client);
        } finally {
            client.closeGracefully(Duration.ofSeconds(5)).block(PATIENCE);
        }
    }
}
