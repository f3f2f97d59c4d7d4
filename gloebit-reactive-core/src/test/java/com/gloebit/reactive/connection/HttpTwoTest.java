package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.wire.Failures;
import com.gloebit.reactive.wire.Given;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.HttpProtocol;

/** A user's client may speak HTTP/2, where an informational answer is a head that does not end its stream. */
@SuppressWarnings("FutureReturnValueIgnored") // the client tells what came
class HttpTwoTest {
    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";

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
            return Users.client(uri).httpClient(http -> http.protocol(protocols));
        }
    }

    @ParameterizedTest
    @EnumSource
    void informationalHeadsAreSkipped(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            for (int i = number % 4; i > 0; i--) {
                stream.head(100 + number % 4 + (number % 4 == 1 ? 1 : 0), false);
            }
            stream.answer(Users.answer(authorization));
        })) {
            with(way.client(server.uri()), client -> Users.allReadTheirOwn(client, 100));
        }
    }

    /** Neither may be: the stream fails, and no other. */
    @ParameterizedTest
    @EnumSource
    void aSwitchOfTheProtocolAndAnEndFailTheStream(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            switch (number) {
                case 2 -> stream.head(101, false).answer(Users.answer(authorization));
                case 3 -> stream.head(103, true);
                default -> stream.answer(Users.answer(authorization));
            }
        })) {
            with(way.client(server.uri()), client -> {
                Users.allReadTheirOwn(client, 1);
                for (int i = 0; i < 2; i++) {
                    assertThat(Failures.of(
                                    client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES)))
                            .isInstanceOf(TransactionInDoubtException.class)
                            .hasCauseInstanceOf(ServiceUnreachableException.class);
                }
                Users.allReadTheirOwn(client, 10);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAnswerBehindTheEndOfAStreamIsReadByNobody(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            stream.answer(Users.answer(authorization));
            if (number % 5 == 0) {
                stream.answerBehindTheEnd("{\"success\":true,\"balance\":999}");
            }
        })) {
            with(way.client(server.uri()), client -> Users.allReadTheirOwn(client, 100));
        }
    }

    /** If the call that upgraded a connection is given up, the connection closes; another call on it tries again. */
    @ParameterizedTest
    @EnumSource
    void aStormOfThemEndsWithTheAttempt(Way way) {
        try (HttpTwoServer server = new HttpTwoServer(way.beforeUpgrade, (number, authorization, stream) -> {
            if (number == 1) {
                new Storm(stream).run();
            } else {
                stream.answer(Users.answer(authorization));
            }
        })) {
            CallLimits brief = new CallLimits(1, Duration.ofMillis(700), Given.PATIENCE);
            with(way.client(server.uri()).limits(CallLimits.DEFAULT), client -> {
                Failures.of(
                        client.withCredential(Given.CREDENTIAL)
                                .withLimits(brief)
                                .balance(),
                        ServiceUnreachableException.class);
                Users.allReadTheirOwn(client, 1);
            });
        }
    }

    private record Storm(HttpTwoServer.Stream stream) implements Runnable {
        @Override
        public void run() {
            if (stream.context().channel().isActive()) {
                stream.head(103, false).head(102, false);
                stream.context().executor().schedule(this, 50, TimeUnit.MICROSECONDS);
            }
        }
    }

    /** Its connections speak HTTP/1.1 by Netty's own codec, and serve one call each. */
    @ParameterizedTest
    @ValueSource(strings = {"", HINTS, HINTS + HINTS})
    void aServerThatRefusesTheUpgradeMixesNoAnswersUp(String interim) {
        try (RawServer server = RawServer.of((request, connection) ->
                connection.send(interim).send(interim + Users.answer(request) + Users.answer(request)))) {
            with(Way.UPGRADE.client(server.uri()), client -> Users.allReadTheirOwn(client, 40));
        }
    }

    @Test
    void aServerThatGrantsAnotherUpgradeIsNotListenedTo() {
        String websocket = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: " + Given.FREE_TEXT;
        try (RawServer server = RawServer.of((request, connection) -> {
            connection.send(request.number() == 1 ? websocket + "\r\n\r\n" : Users.answer(request));
        })) {
            with(Way.UPGRADE.client(server.uri()), client -> {
                Failures.of(client.withCredential(Given.CREDENTIAL).balance(), ServiceUnreachableException.class);
                Users.allReadTheirOwn(client, 1);
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
