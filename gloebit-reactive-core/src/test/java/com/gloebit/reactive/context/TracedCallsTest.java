package com.gloebit.reactive.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.CallLimits;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.ResilienceSettings;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.wire.Answers;
import com.gloebit.reactive.wire.Given;
import com.gloebit.reactive.wire.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

/** The context below the client, in the connection pool and at the network, whatever becomes of the call. */
class TracedCallsTest {
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    private final Trace trace = new Trace();
    private final List<Signal<?>> signals = new CopyOnWriteArrayList<>();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;

    @BeforeEach
    void build() {
        gloebit = client(CallLimits.DEFAULT.attempts());
    }

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    private HttpClient traced(HttpClient http) {
        return http.mapConnect(connect -> trace.at("pool", connect.map(connection -> connection)))
                .doOnRequest((request, connection) -> trace.at("request", request.currentContextView()))
                .doOnRequestError((request, error) -> trace.at("request failed", request.currentContextView()))
                .doOnResponse((response, connection) -> trace.at("response", response.currentContextView()))
                .doOnResponseError((response, error) -> trace.at("response failed", response.currentContextView()));
    }

    private <T> Mono<T> traced(Mono<T> call) {
        return call.doOnEach(signals::add).contextWrite(Trace.CONTEXT);
    }

    @Test
    void reachesEveryAttempt() {
        server.enqueue(Answers.status(503));
        server.enqueue(Answers.lost());
        server.enqueue(Answers.json("{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}"));

        traced(Operation.PURCHASE.call(gloebit)).block(Given.PATIENCE);

        trace.assertReached("pool", "request", "response", "request failed");
        assertThat(trace.seenAt("pool")).hasSize(3);
        assertThat(trace.seenAt("request")).hasSize(3);
        assertSignal("success");
    }

    @Test
    void reachesAnAnswerThatIsCutOff() {
        server.enqueue(Answers.json("{\"success\":true,\"balance\":1}")
                .newBuilder()
                .body("x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
                .build());

        StepVerifier.create(traced(Operation.READ.call(withAttempts(1))))
                .expectError(ServiceUnreachableException.class)
                .verify(Given.PATIENCE);

        trace.assertReached("pool", "request", "response", "response failed");
        assertSignal("failure");
    }

    @Test
    void reachesAttemptsThatTimeOut() {
        server.enqueue(SILENCE);
        server.enqueue(Answers.json("{\"success\":true,\"balance\":1}"));
        CallLimits impatient = CallLimits.DEFAULT.withAttempts(2).withAttemptTimeout(Duration.ofSeconds(1));

        traced(gloebit.user(Given.CREDENTIAL).within(impatient).balance()).block(Given.PATIENCE);

        trace.assertReached("pool", "request", "response");
        assertThat(trace.seenAt("request")).hasSize(2);
        assertSignal("success");
    }

    @Test
    void reachesARefusalOfTheBreaker() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(Answers.lost());
        }
        GloebitClient once = withAttempts(1);
        for (int i = 0; i < 4; i++) {
            Operation.READ.call(once).onErrorComplete(GloebitException.class).block(Given.PATIENCE);
        }
        trace.forget();

        StepVerifier.create(traced(Operation.READ.call(once)))
                .expectError(CallBlockedException.class)
                .verify(Given.PATIENCE);

        assertThat(trace.seenAt("pool")).isEmpty();
        assertSignal("failure");
    }

    @Test
    void reachesACallThatIsCancelled() {
        server.enqueue(SILENCE);

        StepVerifier.create(traced(Operation.READ.call(gloebit)))
                .then(() -> assertThat(requestCame()).isTrue())
                .thenCancel()
                .verify(Given.PATIENCE);

        trace.assertReached("pool", "request");
        assertThat(signals).isEmpty();
    }

    private boolean requestCame() {
        try {
            return server.takeRequest(20, TimeUnit.SECONDS) != null;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private GloebitClient withAttempts(int attempts) {
        gloebit.dispose();
        gloebit = client(attempts);
        return gloebit;
    }

    private GloebitClient client(int attempts) {
        return GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .redirectUri(Given.REDIRECT)
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(2), 500, 50, 8, Duration.ofMinutes(5), 1))
                .limits(CallLimits.DEFAULT.withAttempts(attempts))
                .httpClient(this::traced)
                .build();
    }

    private void assertSignal(String what) {
        assertThat(signals)
                .as(what)
                .isNotEmpty()
                .allSatisfy(signal ->
                        assertThat(signal.getContextView().<String>get("trace")).isEqualTo("trace-1"));
    }
}
