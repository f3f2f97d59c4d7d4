package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import io.netty.channel.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClientState;

/** A user's client may speak HTTP/2, where an informational answer is a head that does not end its stream. */
@SuppressWarnings("FutureReturnValueIgnored") // the client tells what came
class HttpTwoTest {
    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";

    private static final ConnectionSettings ONE_CONNECTION = ConnectionSettings.DEFAULT.withMaxConnections(1);

    enum Way {
        PRIOR_KNOWLEDGE(null, HttpProtocol.H2C),
        UPGRADE("", HttpProtocol.HTTP11, HttpProtocol.H2C),
        UPGRADE_AFTER_HINTS(HINTS + HINTS, HttpProtocol.HTTP11, HttpProtocol.H2C);

        private final @Nullable String beforeUpgrade;

        @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
        private final HttpProtocol[] protocols;

        Way(@Nullable String beforeUpgrade, HttpProtocol... protocols) {
            this.beforeUpgrade = beforeUpgrade;
            this.protocols = protocols;
        }

        GloebitClientBuilder client(URI uri) {
            return NumberedUsers.client(uri).httpClient(http -> http.protocol(protocols));
        }

        /** @param upgraded completes when a connection is upgraded, or at once if it needs no upgrade */
        GloebitClientBuilder client(URI uri, CompletableFuture<@Nullable Void> upgraded) {
            if (beforeUpgrade == null) {
                upgraded.complete(null);
            }
            return NumberedUsers.client(uri)
                    .httpClient(http -> http.protocol(protocols).observe((connection, state) -> {
                        if (state == HttpClientState.UPGRADE_SUCCESSFUL) {
                            upgraded.complete(null);
                        }
                    }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void informationalHeadsAreSkipped(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            for (int i = number % 4; i > 0; i--) {
                stream.head(100 + number % 4 + (number % 4 == 1 ? 1 : 0), false);
            }
            stream.answer(NumberedUsers.answer(authorization));
        })) {
            with(way.client(server.uri()), client -> NumberedUsers.allReadTheirOwn(client, 100));
        }
    }

    /** Neither may be: the stream fails, and no other. */
    @ParameterizedTest
    @EnumSource
    void aSwitchOfTheProtocolAndAnEndFailTheStream(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            switch (number) {
                case 2 -> stream.head(101, false).answer(NumberedUsers.answer(authorization));
                case 3 -> stream.head(103, true);
                default -> stream.answer(NumberedUsers.answer(authorization));
            }
        })) {
            with(way.client(server.uri()), client -> {
                NumberedUsers.allReadTheirOwn(client, 1);
                for (int i = 0; i < 2; i++) {
                    assertThat(Failures.of(
                                    client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES)))
                            .isInstanceOf(TransactionInDoubtException.class)
                            .hasCauseInstanceOf(ServiceUnreachableException.class);
                }
                NumberedUsers.allReadTheirOwn(client, 10);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAnswerBehindTheEndOfAStreamIsNotRead(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            stream.answer(NumberedUsers.answer(authorization));
            if (number % 5 == 0) {
                stream.answerBehindTheEnd("{\"success\":true,\"balance\":999}");
            }
        })) {
            with(way.client(server.uri()), client -> NumberedUsers.allReadTheirOwn(client, 100));
        }
    }

    /** The call behind the storm has one attempt, so it succeeds only if the connection is still usable. */
    @ParameterizedTest
    @EnumSource
    void endlessInformationalHeadsEndWithTheAttempt(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            if (number == 1) {
                new Storm(stream).run();
            } else {
                stream.answer(NumberedUsers.answer(authorization));
            }
        })) {
            CallLimits brief = new CallLimits(1, Duration.ofMillis(700), Given.PATIENCE);
            with(way.client(server.uri()), client -> {
                Failures.of(
                        client.withCredential(Given.CREDENTIAL)
                                .withLimits(brief)
                                .balance(),
                        ServiceUnreachableException.class);
                NumberedUsers.allReadTheirOwn(client, 1);
            });
        }
    }

    /** An upgraded connection is shared as soon as it is upgraded, while its first call waits for an answer. */
    @ParameterizedTest
    @EnumSource
    void cancellingTheCallThatOpenedAConnectionLosesNoCallBesideIt(Way way) {
        Requests requests = new Requests();
        CompletableFuture<@Nullable Void> upgraded = new CompletableFuture<>();
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, requests)) {
            with(way.client(server.uri(), upgraded).connections(ONE_CONNECTION), client -> {
                Disposable first = NumberedUsers.read(client, 1).subscribe();
                requests.await(1);
                assertThat(upgraded).succeedsWithin(Given.PATIENCE);
                CompletableFuture<String> second = NumberedUsers.read(client, 2).toFuture();
                requests.await(2);

                first.dispose();

                assertThat(server.awaitReset()).isEqualTo(requests.await(1).id());
                requests.await(2).answer(NumberedUsers.answer("2"));
                assertThat(second).succeedsWithin(Given.PATIENCE).isEqualTo("2 reads 2");
                assertThat(server.connections()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void disposingOfTheClientClosesTheConnectionWhoseFirstCallWasCancelled(Way way) {
        Requests requests = new Requests();
        CompletableFuture<@Nullable Void> upgraded = new CompletableFuture<>();
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, requests)) {
            with(way.client(server.uri(), upgraded), client -> {
                Disposable first = NumberedUsers.read(client, 1).subscribe();
                requests.await(1);
                assertThat(upgraded).succeedsWithin(Given.PATIENCE);
                first.dispose();
                server.awaitReset();

                client.dispose();

                server.awaitClose();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void disposingOfTheClientClosesTheConnectionWhoseFirstCallIsInFlight(Way way) {
        Requests requests = new Requests();
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, requests)) {
            with(way.client(server.uri()), client -> {
                CompletableFuture<String> first = NumberedUsers.read(client, 1).toFuture();
                requests.await(1);

                client.dispose();

                server.awaitClose();
                assertThat(first).succeedsWithin(Given.PATIENCE).asString().startsWith("1 fails");
            });
        }
    }

    /** Answers no request by itself. The test takes each request and answers it. */
    private static final class Requests implements HttpTwoServer.Script {
        private final Map<Integer, CompletableFuture<HttpTwoServer.Stream>> streams = new ConcurrentHashMap<>();

        @Override
        public void answer(int number, String authorization, HttpTwoServer.Stream stream) {
            received(number).complete(stream);
        }

        HttpTwoServer.Stream await(int number) {
            return Objects.requireNonNull(Mono.fromFuture(received(number)).block(Given.PATIENCE));
        }

        private CompletableFuture<HttpTwoServer.Stream> received(int number) {
            return streams.computeIfAbsent(number, unused -> new CompletableFuture<>());
        }
    }

    private record Storm(HttpTwoServer.Stream stream) implements Runnable {
        @Override
        public void run() {
            Channel connection = stream.context().channel();
            if (connection.isActive()) {
                if (connection.isWritable()) {
                    stream.head(103, false).head(102, false);
                }
                stream.context().executor().schedule(this, 50, TimeUnit.MICROSECONDS);
            }
        }
    }

    /** Its connections speak HTTP/1.1 by Netty's own codec, and serve one call each. */
    @ParameterizedTest
    @ValueSource(strings = {"", HINTS, HINTS + HINTS})
    void aServerThatRefusesTheUpgradeMixesNoAnswersUp(String interim) {
        try (RawServer server = RawServer.of((request, connection) -> connection
                .send(interim)
                .send(interim + NumberedUsers.answer(request) + NumberedUsers.answer(request)))) {
            with(Way.UPGRADE.client(server.uri()), client -> NumberedUsers.allReadTheirOwn(client, 40));
        }
    }

    @Test
    void anUpgradeToAnotherProtocolClosesTheConnection() {
        String websocket = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: " + Given.FREE_TEXT;
        try (RawServer server = RawServer.of((request, connection) -> {
            connection.send(request.number() == 1 ? websocket + "\r\n\r\n" : NumberedUsers.answer(request));
        })) {
            with(Way.UPGRADE.client(server.uri()), client -> {
                Failures.of(client.withCredential(Given.CREDENTIAL).balance(), ServiceUnreachableException.class);
                NumberedUsers.allReadTheirOwn(client, 1);
            });
        }
    }

    private static void with(GloebitClientBuilder builder, Consumer<GloebitClient> test) {
        GloebitClient client = builder.build();
        try {
            test.accept(client);
        } finally {
            client.dispose();
        }
    }
}
