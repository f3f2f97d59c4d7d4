package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** A network that swallows connections opens the circuit breaker, however short an attempt may be. */
class SwallowedConnectionTest {
    private static final int OFTEN = 20;

    @ParameterizedTest
    @MethodSource
    void theConnectTimeoutEndsBeforeTheAttempt(CallLimits limits, int connectMillis) {
        Map<ChannelOption<?>, Object> seen = new HashMap<>();
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.SANDBOX)
                .limits(limits)
                .httpClient(http -> {
                    seen.putAll(http.configuration().options());
                    return http;
                })
                .build();
        client.dispose();

        assertThat(seen).containsEntry(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
    }

    static Stream<Arguments> theConnectTimeoutEndsBeforeTheAttempt() {
        return Stream.of(
                Arguments.of(CallLimits.DEFAULT, 3000),
                Arguments.of(CallLimits.DEFAULT.withAttemptTimeout(Duration.ofMillis(900)), 300),
                Arguments.of(CallLimits.DEFAULT.withDeadline(Duration.ofMillis(600)), 200),
                Arguments.of(CallLimits.DEFAULT.withDeadline(Duration.ofMillis(1)), 1));
    }

    /** The kernel accepts the connection, and nobody answers. */
    @Test
    void aHangingHandshakeOpensTheBreaker() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, OFTEN, InetAddress.getLoopbackAddress())) {
            GloebitClient client = impatient()
                    .environment(
                            GloebitEnvironment.custom(URI.create("https://localhost:" + silent.getLocalPort() + "/")))
                    .build();
            try {
                assertThat(isBlockedByTheBreaker(
                                client.withCredential(Given.CREDENTIAL).balance()))
                        .isTrue();
            } finally {
                client.dispose();
            }
        }
    }

    private static GloebitClientBuilder impatient() {
        return GloebitClient.builder(Given.SECRETS)
                .limits(new CallLimits(1, Duration.ofMillis(600), Given.PATIENCE))
                .resilience(ResilienceSettings.DEFAULT.withSlidingWindow(2));
    }

    private static boolean isBlockedByTheBreaker(Mono<?> call) {
        return Stream.generate(() -> Failures.of(call, GloebitException.class))
                .limit(OFTEN)
                .anyMatch(failure -> failure instanceof CallBlockedException blocked
                        && blocked.blockedBy() == BlockedBy.CIRCUIT_BREAKER);
    }
}
