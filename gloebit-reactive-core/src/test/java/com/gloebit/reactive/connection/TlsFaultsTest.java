package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repeat does not mend is told as what it is, and not repeated. */
class TlsFaultsTest {
    /** More than the attempts of a call. */
    private static final int SMALL_WINDOW = 10;

    private static final Duration DAY = Duration.ofDays(1);
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void close() {
        server.close();
    }

    enum Fault {
        EXPIRED("its certificate is not valid at this time") {
            @Override
            HeldCertificate.Builder shown() {
                return good().validityInterval(millis(DAY.negated().multipliedBy(2)), millis(DAY.negated()));
            }
        },
        NOT_YET_VALID("its certificate is not valid at this time") {
            @Override
            HeldCertificate.Builder shown() {
                return good().validityInterval(millis(DAY), millis(DAY.multipliedBy(2)));
            }
        },
        FOREIGN("no trusted authority signed its certificate") {
            @Override
            HeldCertificate.Builder shown() {
                return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
            }
        },
        OF_ANOTHER_HOST("its certificate is not accepted, for this host or at all") {
            @Override
            HeldCertificate.Builder shown() {
                return new HeldCertificate.Builder()
                        .signedBy(AUTHORITY)
                        .addSubjectAlternativeName(Given.FREE_TEXT + ".example");
            }
        };

        private final String told;

        Fault(String told) {
            this.told = told;
        }

        abstract HeldCertificate.Builder shown();

        static HeldCertificate.Builder good() {
            return new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("localhost");
        }

        private static long millis(Duration fromNow) {
            return Instant.now().plus(fromNow).toEpochMilli();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUntrustedCertificateIsReportedWithTheReason(Fault fault) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(fault.shown().build())
                .build()
                .sslSocketFactory());
        server.start();

        with(server.getPort(), client -> assertTold(client, fault.told));

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aPortWithoutTlsIsReported() {
        try (RawServer plain = RawServer.answeringHandshakes("HTTP/1.1 400 " + Given.FREE_TEXT + "\r\n\r\n")) {
            with(plain.uri().getPort(), client -> assertTold(client, "the server does not speak TLS"));
        }
    }

    /** The alerts of TLS: {@code handshake_failure}, {@code protocol_version}, {@code insufficient_security}. */
    @ParameterizedTest
    @ValueSource(strings = {"28", "46", "47"})
    void aRefusedHandshakeIsReported(String alert) {
        try (RawServer refusing = alerting(alert)) {
            with(
                    refusing.uri().getPort(),
                    client -> assertTold(client, "the handshake failed; maybe no version of TLS is common to both"));
        }
    }

    /** Whatever is counted: it would hide what there is to mend, and who answered has not proven to be Gloebit. */
    @Test
    void tlsFaultsDoNotOpenTheCircuitBreaker() {
        try (RawServer refusing = alerting("28")) {
            with(refusing.uri().getPort(), client -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(Failures.of(
                                    client.withCredential(Given.CREDENTIAL).balance()))
                            .isInstanceOf(ServiceUnreachableException.class);
                }
            });
        }
    }

    /** Closed; {@code internal_error}. */
    @ParameterizedTest
    @ValueSource(strings = {"", "15030300020250"})
    void aTemporaryFailureOfTheHandshakeIsRetried(String answer) {
        try (RawServer troubled = RawServer.answeringHandshakes(bytes(answer))) {
            with(troubled.uri().getPort(), client -> {
                GloebitException told =
                        Failures.of(client.withCredential(Given.CREDENTIAL).balance());

                assertThat(told)
                        .isInstanceOf(ServiceUnreachableException.class)
                        .hasMessage("Gloebit did not answer: balance is NOT_DONE after 3 attempts");
            });
        }
    }

    private static RawServer alerting(String alert) {
        return RawServer.answeringHandshakes(bytes("150303000202" + alert));
    }

    private static String bytes(String hex) {
        StringBuilder text = new StringBuilder();
        for (byte next : HexFormat.of().parseHex(hex)) {
            text.append((char) (next & 0xff));
        }
        return text.toString();
    }

    private static void assertTold(GloebitClient client, String reason) {
        Stream.of(
                        client.withCredential(Given.CREDENTIAL).balance(),
                        client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES))
                .map(Failures::of)
                .forEach(told -> {
                    assertThat(told)
                            .isInstanceOf(ServiceUnreachableException.class)
                            .hasMessageStartingWith(
                                    "No trusted TLS connection to Gloebit can be made, " + reason + ": ");
                    assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
                    assertThat(told.details().attempts()).isEqualTo(1);
                });
    }

    private static void with(int port, Consumer<GloebitClient> test) {
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(URI.create("https://localhost:" + port)))
                .resilience(FakeGloebit.QUICK.withSlidingWindow(SMALL_WINDOW))
                .meterRegistry(CanaryMeters.watched())
                .httpClient(http -> http.secure(ssl -> ssl.sslContext(trust())))
                .build();
        try {
            test.accept(client);
        } finally {
            client.dispose();
        }
    }

    private static SslContext trust() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(AUTHORITY.certificate())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
