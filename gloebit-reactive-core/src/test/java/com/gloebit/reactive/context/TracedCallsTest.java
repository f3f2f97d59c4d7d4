package com.gloebit.reactive.context;

import static com.gloebit.reactive.context.HeardSignals.BREAKER;
import static com.gloebit.reactive.context.HeardSignals.OUTERMOST;
import static com.gloebit.reactive.context.HeardSignals.RETRY;
import static com.gloebit.reactive.context.HeardSignals.TIMED_OUT;
import static com.gloebit.reactive.context.HeardSignals.TIMEOUT;
import static com.gloebit.reactive.context.HeardSignals.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static reactor.core.publisher.SignalType.CANCEL;
import static reactor.core.publisher.SignalType.ON_COMPLETE;
import static reactor.core.publisher.SignalType.ON_ERROR;
import static reactor.core.publisher.SignalType.ON_NEXT;
import static reactor.core.publisher.SignalType.ON_SUBSCRIBE;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

/** The context in the client, in the connection pool and at the network, whatever becomes of the call. */
class TracedCallsTest {
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    private final Trace trace = new Trace();
    private final HeardSignals signals = new HeardSignals();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;

    @BeforeEach
    void build() {
        gloebit = client(CallLimits.DEFAULT.attempts());
    }

    @AfterEach
    void dispose() {
        signals.end();
        gloebit.dispose();
    }

    private HttpClient traced(HttpClient http) {
        return http.mapConnect(connect -> trace.at("pool", connect.map(connection -> connection)))
                .doOnRequest((request, connection) -> trace.at("request", request.currentContextView()))
                .doOnRequestError((request, error) -> trace.at("request failed", request.currentContextView()))
                .doOnResponse((response, connection) -> trace.at("response", response.currentContextView()))
                .doOnResponseError((response, error) -> trace.at("response failed", response.currentContextView()));
    }

    /** Only what is subscribed to from here is heard. */
    private <T> Mono<T> traced(Mono<T> call) {
        signals.begin();
        return call.contextWrite(Trace.CONTEXT);
    }

    @Test
    void theTraceReachesEveryAttempt() {
        server.enqueue(Answers.status(503));
        server.enqueue(Answers.lost());
        server.enqueue(Answers.json("{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}"));

        traced(SampleCall.PURCHASE.call(gloebit)).block(Given.PATIENCE);

        trace.assertReached("pool", "request", "response", "request failed");
        assertThat(trace.seenAt("pool")).hasSize(3);
        assertThat(trace.seenAt("request")).hasSize(3);
        assertThat(signals.count(ON_ERROR, BREAKER)).isEqualTo(2);
        signals.assertReached(ON_ERROR, BREAKER);
        assertThat(signals.count(ON_NEXT, WAIT))
                .as("waits before the next attempt")
                .isEqualTo(2);
        signals.assertReached(ON_NEXT, TIMEOUT, BREAKER, WAIT, RETRY, OUTERMOST);
        signals.assertReached(ON_COMPLETE, RETRY, OUTERMOST);
    }

    @Test
    void theTraceReachesATruncatedAnswer() {
        server.enqueue(Answers.json("{\"success\":true,\"balance\":1}")
                .newBuilder()
                .body("x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
                .build());

        StepVerifier.create(traced(SampleCall.READ.call(withAttempts(1))))
                .expectError(ServiceUnreachableException.class)
                .verify(Given.PATIENCE);

        trace.assertReached("pool", "request", "response", "response failed");
        signals.assertReached(ON_ERROR, BREAKER, RETRY, OUTERMOST);
    }

    @Test
    void theTraceReachesAttemptsThatTimeOut() {
        server.enqueue(SILENCE);
        server.enqueue(Answers.json("{\"success\":true,\"balance\":1}"));
        CallLimits impatient = CallLimits.DEFAULT.withAttempts(2).withAttemptTimeout(Duration.ofSeconds(1));

        traced(gloebit.withCredential(Given.CREDENTIAL).withLimits(impatient).balance())
                .block(Given.PATIENCE);

        trace.assertReached("pool", "request", "response");
        assertThat(trace.seenAt("request")).hasSize(2);
        signals.assertReached(ON_NEXT, TIMED_OUT, TIMEOUT, BREAKER, RETRY, OUTERMOST);
        signals.assertReached(ON_ERROR, BREAKER);
    }

    @Test
    void theTraceReachesARefusalOfTheBreaker() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(Answers.lost());
        }
        GloebitClient once = withAttempts(1);
        for (int i = 0; i < 4; i++) {
            SampleCall.READ.call(once).onErrorComplete(GloebitException.class).block(Given.PATIENCE);
        }
        trace.forget();

        StepVerifier.create(traced(SampleCall.READ.call(once)))
                .expectError(CallBlockedException.class)
                .verify(Given.PATIENCE);

        assertThat(trace.seenAt("pool")).isEmpty();
        assertThat(signals.count(ON_SUBSCRIBE, TIMEOUT)).as("attempts").isZero();
        signals.assertReached(ON_ERROR, BREAKER, RETRY, OUTERMOST);
    }

    @Test
    void theTraceReachesACancelledCall() {
        server.enqueue(SILENCE);

        StepVerifier.create(traced(SampleCall.READ.call(gloebit)))
                .then(() -> assertThat(requestCame()).isTrue())
                .thenCancel()
                .verify(Given.PATIENCE);

        trace.assertReached("pool", "request");
        signals.assertReached(CANCEL, TIMEOUT, WAIT, BREAKER, RETRY, OUTERMOST);
    }

    @Test
    void theTraceReachesACallCancelledWhileItWaitsForAConnection() {
        server.enqueue(SILENCE);
        Disposable occupant = SampleCall.READ.call(gloebit).onErrorComplete().subscribe();
        assertThat(requestCame()).isTrue();
        trace.forget();

        Disposable waiting = traced(SampleCall.READ.call(gloebit)).subscribe();
        await("a call that waits", () -> gauge("pool.pending") == 1);
        waiting.dispose();

        await("nobody that waits", () -> gauge("pool.pending") == 0);
        trace.assertReached("pool", "pool, cancelled");
        assertThat(trace.seenAt("request")).isEmpty();
        signals.assertReached(CANCEL, TIMEOUT, WAIT, BREAKER, RETRY, OUTERMOST);
        occupant.dispose();
    }

    @Test
    void theTraceReachesACallCancelledBetweenAttempts() {
        server.enqueue(
                Answers.status(503).newBuilder().setHeader("Retry-After", "20").build());

        Disposable backingOff = traced(SampleCall.READ.call(gloebit)).subscribe();
        // The first is the attempt's own time.
        await("a wait before the next attempt", () -> signals.count(ON_SUBSCRIBE, WAIT) == 2);
        signals.forget();
        backingOff.dispose();

        signals.assertReached(CANCEL, WAIT, RETRY, OUTERMOST);
    }

    private static void await(String what, BooleanSupplier there) {
        long giveUp = System.nanoTime() + Given.PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time for " + what).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private double gauge(String name) {
        return meters.get("gloebit.client." + name).gauge().value();
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
                .meterRegistry(CanaryMeters.watched())
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(2), 500, 50, 8, Duration.ofMinutes(5), 1))
                .limits(CallLimits.DEFAULT.withAttempts(attempts))
                .connections(ConnectionSettings.DEFAULT.withMaxConnections(1))
                .meterRegistry(meters)
                .httpClient(this::traced)
                .build();
    }
}
