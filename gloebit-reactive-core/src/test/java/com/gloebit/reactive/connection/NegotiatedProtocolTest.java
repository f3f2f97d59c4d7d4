package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.tcp.SslProvider;

/** A user's client that leaves it to the TLS handshake which HTTP is spoken. */
class NegotiatedProtocolTest {
    private static final MockResponse HINTS =
            new MockResponse.Builder().code(103).clearHeaders().build();

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void close() {
        server.close();
    }

    enum Spoken {
        HTTP_1_1(Protocol.HTTP_1_1),
        HTTP_2(Protocol.HTTP_2, Protocol.HTTP_1_1);

        @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
        private final List<Protocol> protocols;

        Spoken(Protocol... protocols) {
            this.protocols = List.of(protocols);
        }
    }

    @ParameterizedTest
    @EnumSource
    void informationalAnswersAreSkippedOnANegotiatedProtocol(Spoken spoken) throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        serve(spoken, certificate);
        SslProvider.GenericSslContextSpec<?> trusting =
                Http2SslContextSpec.forClient().configure(context -> context.trustManager(certificate.certificate()));
        GloebitClient client = NumberedUsers.client(server.url("/").uri())
                .httpClient(http ->
                        http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure(ssl -> ssl.sslContext(trusting)))
                .build();
        try {
            NumberedUsers.allReadTheirOwn(client, 100);
        } finally {
            client.dispose();
        }
        assertThat(server.takeRequest().getVersion()).isEqualTo(spoken == Spoken.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
    }

    private void serve(Spoken spoken, HeldCertificate certificate) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setProtocols(spoken.protocols);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body(NumberedUsers.answer(
                                String.valueOf(request.getHeaders().get("authorization"))))
                        .build();
            }

            /** Tells what comes before the answer. */
            @Override
            public MockResponse peek() {
                return new MockResponse.Builder()
                        .addInformationalResponse(HINTS)
                        .addInformationalResponse(HINTS)
                        .build();
            }
        });
        server.start();
    }
}
