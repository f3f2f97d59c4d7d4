package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Clients that share a meter registry: each has its meters from its beginning to its end, and nobody is warned. */
class SharedMetersTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    /** Warns of a meter that is there already once in a process; what it would have said again it says at DEBUG. */
    private static final Logger MICROMETER = (Logger) LoggerFactory.getLogger(MeterRegistry.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        lines.start();
        ROOT.addAppender(lines);
        MICROMETER.setLevel(Level.DEBUG);
    }

    @AfterEach
    void nobodyWasWarned() {
        MICROMETER.setLevel(null);
        ROOT.detachAppender(lines);
        assertThat(lines.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN)
                        || line.getLoggerName().equals(MICROMETER.getName()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRemainingClientKeepsItsMetersInAnyOrderOfClosing(boolean firstGoesFirst) {
        GloebitClient first = client();
        Set<Meter.Id> ofFirst = ids();
        GloebitClient second = client();
        Set<Meter.Id> ofSecond = ids();
        ofSecond.removeAll(ofFirst);
        assertThat(shapes(ofSecond)).isEqualTo(shapes(ofFirst)).isNotEmpty();

        (firstGoesFirst ? first : second).dispose();
        assertThat(ids()).isEqualTo(firstGoesFirst ? ofSecond : ofFirst);

        (firstGoesFirst ? second : first).dispose();
        assertThat(ids()).isEmpty();
    }

    /** Prometheus shows a name with one set of tag keys only, and the application may have breakers of its own. */
    @Test
    void resilience4jMetersOfTwoClientsDifferByTheirNameAlone() {
        GloebitClient first = client();
        GloebitClient second = client();

        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("state", "closed")
                        .gauges())
                .extracting(gauge -> gauge.getId().getTag("name"))
                .containsExactlyInAnyOrder(
                        "gloebit-custom-token",
                        "gloebit-custom-transaction",
                        "gloebit-custom-account",
                        "gloebit-custom-token-2",
                        "gloebit-custom-transaction-2",
                        "gloebit-custom-account-2");
        first.dispose();
        GloebitClient third = client();
        assertThat(meters.get("resilience4j.retry.calls").functionCounters())
                .extracting(counter -> counter.getId().getTag("name"))
                .contains("gloebit-custom-account", "gloebit-custom-account-2")
                .doesNotContain("gloebit-custom-account-3");
        second.dispose();
        third.dispose();
    }

    @Test
    void theRemainingClientKeepsRenamedMeters() {
        meters.config().commonTags("application", "shop").meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.withName("shop." + id.getName());
            }
        });
        theRemainingClientKeepsItsMetersInAnyOrderOfClosing(true);
    }

    /** The owner of a registry binds it; a client without it comes to the same meter registry. */
    @Test
    void theMetersOfAUsersBreakersAreKept() {
        CircuitBreakerRegistry users = CircuitBreakerRegistry.ofDefaults();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(users).bindTo(meters);
        GloebitClient first =
                builder().meterRegistry(meters).circuitBreakerRegistry(users).build();
        Set<Meter.Id> ofFirst = ids();
        GloebitClient second = client();

        second.dispose();

        assertThat(ids()).isEqualTo(ofFirst);
        first.dispose();
    }

    @Test
    void clientsOfOneBuilderWithoutARegistryAreIndependent() {
        GloebitClientBuilder builder = builder();

        builder.build().dispose();
        GloebitClient first = builder.build();
        GloebitClient second = builder.build();

        first.dispose();
        second.dispose();
    }

    private GloebitClient client() {
        return builder().meterRegistry(meters).build();
    }

    private static GloebitClientBuilder builder() {
        return GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(URI.create("http://127.0.0.1:1/")));
    }

    /** Counters and timers of purchases and calls add up over all clients; they stay. */
    private Set<Meter.Id> ids() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> !id.getName().contains("gloebit.purchases"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> shapes(Set<Meter.Id> ids) {
        return ids.stream()
                .map(id -> id.getName() + id.getTags().toString().replaceAll("-2\\)|client=\\d+\\)", ")"))
                .collect(Collectors.toSet());
    }
}
