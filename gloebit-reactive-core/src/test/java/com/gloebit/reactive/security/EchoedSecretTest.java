package com.gloebit.reactive.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryAppender;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that sends back what it was given. The reason is the service's own text: it can be asked for, and is never
 * printed.
 *
 * <p>Elsewhere: that nothing we print shows a secret ({@code values.RedactionTest}); that no failure of any wire test
 * does ({@code wire.Failures}), and that nothing logged in any test does ({@code canary.CanaryGuard}).
 */
class EchoedSecretTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;

    @BeforeEach
    void build() {
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .redirectUri(Given.REDIRECT)
                .resilience(FakeGloebit.QUICK)
                .meterRegistry(meters)
                .build();
    }

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    static Stream<Arguments> echoes() {
        return Stream.of(SampleCall.values())
                .flatMap(operation -> everything().entrySet().stream()
                        .map(echo -> Arguments.of(operation, echo.getKey(), echo.getValue())));
    }

    private static Map<String, Consumer<MockResponse.Builder>> everything() {
        String secrets = String.join(" ", Given.CONFIDENTIAL);
        Map<String, Consumer<MockResponse.Builder>> echoes = new LinkedHashMap<>();
        echoes.put("reason", answer -> answer.body("{\"success\":false,\"reason\":\"" + secrets + "\"}"));
        echoes.put("status", answer -> answer.body("{\"success\":false,\"status\":\"" + secrets + "\"}"));
        echoes.put(
                "error",
                answer -> answer.body("{\"error\":\"" + secrets + "\",\"error_description\":\"" + secrets + "\"}"));
        echoes.put(
                "name of a member",
                answer -> answer.body("{\"success\":true,\"" + secrets + "\":1,\"" + secrets + "\":2}"));
        echoes.put("wrong kind", answer -> answer.body("{\"success\":\"" + secrets + "\"}"));
        echoes.put("broken JSON", answer -> answer.body("{\"success\":" + secrets));
        echoes.put("page of an HTTP error", answer -> answer.code(403).body(secrets));
        echoes.put("status line", answer -> answer.status("HTTP/1.1 403 " + secrets));
        echoes.put("instead of HTTP", answer -> answer.status(secrets.replace(' ', '-') + " 200 OK"));
        echoes.put("length", answer -> answer.body("{}").setHeader("content-length", secrets));
        echoes.put(
                "size of a chunk",
                answer -> answer.body(secrets + "\r\n")
                        .removeHeader("content-length")
                        .addHeader("transfer-encoding", "chunked"));
        echoes.put(
                "header",
                answer -> answer.code(403).addHeader("x-echo", secrets).addHeader("retry-after", secrets));
        return echoes;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("echoes")
    void anEchoedSecretIsInNoMessageOfTheFailure(
            SampleCall operation, String where, Consumer<MockResponse.Builder> echo) {
        MockResponse.Builder answer = new MockResponse.Builder().code(200);
        echo.accept(answer);
        answerAlways(answer.build());

        GloebitException told = Failures.of(operation.call(gloebit));

        assertThat(Canaries.in(Canaries.printed(told))).isEmpty();
        assertThat(Canaries.in(meters)).isEmpty();
        assertThat(CanaryAppender.found()).isEmpty();
    }

    @Test
    void anEchoedSecretIsInTheReasonVerbatim() {
        answerAlways(Answers.refused(Given.TOKEN));

        assertThat(Failures.of(SampleCall.READ.call(gloebit)).details().reason())
                .isEqualTo(Given.TOKEN);
    }

    /** A cookie would tie one user's call to another's. */
    @Test
    void aCookieIsNotSentBack() throws Exception {
        answerAlways(Answers.json("{\"success\":true,\"balance\":12.5}")
                .newBuilder()
                .addHeader("set-cookie", "session=1; Path=/")
                .build());

        for (int i = 0; i < 2; i++) {
            SampleCall.READ.call(gloebit).block(Given.PATIENCE);
            RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
            assertThat(request).isNotNull();
            assertThat(request.getHeaders().get("cookie")).isNull();
        }
    }

    private void answerAlways(MockResponse answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
    }
}
