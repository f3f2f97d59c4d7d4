package com.gloebit.reactive.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

/**
 * A server, or somebody between, that wants the token to travel or the memory to fill.
 *
 * <p>Elsewhere: redirects to another host, every status and operation ({@code wire.RedirectTest}); a certificate of
 * another host, or of nobody, also with a user's provider that does not look ({@code internal.http.TlsTest}), and over a
 * whole purchase ({@code flow.TlsFlowTest}); plain http, refused for all but loopback ({@code values.EnvironmentTest});
 * bodies that are huge, deep, endless, cut or doubled ({@code wire.BadAnswersTest}); a million generated ones
 * ({@code fuzz.AnswerFuzzTest}); {@code Retry-After} without an end ({@code wire.RetryAfterTest}); silence and answers
 * that drip ({@code wire.SilenceTest}, {@code internal.pipeline.PipelineTest}).
 */
class HostileServerTest {
    private static final int FIFTY_MEBIBYTES = 50 << 20;
    private static final String GOOD = "{\"success\":true,\"balance\":1}";

    private final MockWebServer server = new MockWebServer();

    @StartStop
    final MockWebServer plain = new MockWebServer();

    private GloebitClient gloebit = client(builder -> builder.environment(GloebitEnvironment.SANDBOX));

    @AfterEach
    void close() {
        gloebit.dispose();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectFromHttpsToHttpIsNotFollowed(int status) throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        SslContext trust = SslContextBuilder.forClient()
                .trustManager(certificate.certificate())
                .build();
        start(http -> http.secure(ssl -> ssl.sslContext(trust)).followRedirect(true));
        server.enqueue(Answers.status(status, "location", plain.url("/balance").toString()));

        UnexpectedStatusException told = Failures.of(SampleCall.READ.call(gloebit), UnexpectedStatusException.class);

        assertThat(told.details().httpStatus()).isEqualTo(status);
        assertThat(server.takeRequest().getHeaders().get("authorization")).isEqualTo("Bearer " + Given.TOKEN);
        assertThat(plain.getRequestCount()).isZero();
    }

    /** What is not unpacked cannot burst: the client asks for it as it is. */
    @ParameterizedTest(name = "unpacking by a user: {0}")
    @ValueSource(booleans = {false, true})
    void aCompressedAnswerIsUnreadable(boolean unpacking) throws Exception {
        start(http -> http.compress(unpacking));
        server.enqueue(packed(GOOD.length()));

        Failures.of(SampleCall.READ.call(gloebit), UnreadableAnswerException.class);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().values("accept-encoding")).containsExactly("identity");
    }

    @ParameterizedTest(name = "unpacking by a user: {0}")
    @ValueSource(booleans = {false, true})
    void aHugeAnswerLeavesAPurchaseInDoubtAndIsCutOff(boolean unpacking) throws Exception {
        start(http -> http.compress(unpacking));
        MockResponse bomb = packed(FIFTY_MEBIBYTES);
        assertThat(bomb.getBody()).isNotNull();
        assertThat(bomb.getBody().getContentLength()).isLessThan(100_000);
        server.enqueue(bomb);

        assertThat(Failures.of(SampleCall.PURCHASE.call(gloebit), TransactionInDoubtException.class))
                .hasCauseInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void aHugeHeaderIsCutOff() throws Exception {
        start(UnaryOperator.identity());
        server.enqueue(Answers.json(GOOD)
                .newBuilder()
                .addHeader("x-huge", Given.FREE_TEXT + "y".repeat(1_000_000))
                .build());

        Failures.of(SampleCall.READ.call(gloebit), ServiceUnreachableException.class);
    }

    @Test
    void endlessHeadersAreCutOff() throws Exception {
        start(UnaryOperator.identity());
        MockResponse.Builder answer = Answers.json(GOOD).newBuilder();
        for (int i = 0; i < 10_000; i++) {
            answer.addHeader("x-" + i, "y".repeat(100));
        }
        server.enqueue(answer.build());

        assertThat(Failures.of(SampleCall.PURCHASE.call(gloebit), TransactionInDoubtException.class))
                .hasCauseInstanceOf(ServiceUnreachableException.class);
    }

    private void start(UnaryOperator<HttpClient> users) throws IOException {
        server.start();
        gloebit.dispose();
        gloebit = client(builder -> builder.environment(
                        GloebitEnvironment.custom(server.url("/").uri()))
                .httpClient(users));
    }

    private static GloebitClient client(UnaryOperator<GloebitClientBuilder> settings) {
        return settings.apply(GloebitClient.builder(Given.SECRETS)
                        .redirectUri(Given.REDIRECT)
                        .meterRegistry(CanaryMeters.watched())
                        .limits(CallLimits.DEFAULT.withAttempts(1)))
                .build();
    }

    private static MockResponse packed(int length) throws IOException {
        Buffer buffer = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(buffer))) {
            sink.writeUtf8(GOOD);
            for (int i = GOOD.length(); i < length; i += 1024) {
                sink.write(new byte[1024]);
            }
        }
        return new MockResponse.Builder()
                .body(buffer)
                .addHeader("content-encoding", "gzip")
                .build();
    }
}
