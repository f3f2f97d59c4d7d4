package com.gloebit.reactive.wire.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A strict double of Gloebit, for one test: the requests have to come as scripted, each exactly as expected. One that is
 * different, missing or surplus fails the test, whatever the client made of the answer.
 */
public final class FakeGloebit implements BeforeEachCallback, AfterEachCallback {
    /** Waits that a test does not notice, and breakers that stay out of its way. */
    public static final ResilienceSettings QUICK =
            new ResilienceSettings(Duration.ofMillis(1), Duration.ofMillis(2), 500, 50, 100, Duration.ofMinutes(1), 5);

    private final MockWebServer server = new MockWebServer();
    private final Queue<Interaction> script = new ConcurrentLinkedQueue<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<GloebitClient> clients = new CopyOnWriteArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> inMeters = Canaries.in(meters);
        clients.forEach(GloebitClient::dispose);
        server.close();
        assertThat(inMeters).as("secrets in meters").isEmpty();
        assertThat(violations).as("requests that were not expected").isEmpty();
        assertThat(script).as("expected requests that did not come").isEmpty();
    }

    private MockResponse answer(RecordedRequest request) {
        String came = ExpectedRequest.described(request);
        bodies.add(request.getBody() == null ? "" : request.getBody().utf8());
        Interaction next = script.poll();
        if (next == null) {
            violations.add("surplus: " + came);
            return Answers.status(418);
        }
        String expected = next.request().described();
        if (!expected.equals(came)) {
            violations.add("expected: " + expected + "\nbut came: " + came);
        }
        return next.answer();
    }

    public FakeGloebit expect(Interaction... interactions) {
        script.addAll(List.of(interactions));
        return this;
    }

    public FakeGloebit expect(int times, Interaction interaction) {
        for (int i = 0; i < times; i++) {
            script.add(interaction);
        }
        return this;
    }

    /** How many requests came. */
    public int requests() {
        return bodies.size();
    }

    /** The bodies that came, in order. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** What a counter of all clients says, over all its tags. */
    public double counted(String counter) {
        return meters.find(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** How many operations ended so. */
    public long operations(String endpoint, String outcome) {
        Timer timer = meters.find("gloebit.client.operation")
                .tags("endpoint", endpoint, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    /** From now on, connections are refused. */
    public void stop() {
        server.close();
    }

    public GloebitClient client() {
        return client(builder -> builder);
    }

    public GloebitClient client(UnaryOperator<GloebitClientBuilder> settings) {
        GloebitClient client = settings.apply(GloebitClient.builder(Given.SECRETS)
                        .environment(GloebitEnvironment.custom(server.url("/").uri()))
                        .redirectUri(Given.REDIRECT)
                        .clock(Given.CLOCK)
                        .meterRegistry(meters)
                        .resilience(QUICK))
                .build();
        clients.add(client);
        return client;
    }

    public AuthorizedUser ada() {
        return client().withCredential(Given.CREDENTIAL);
    }
}
