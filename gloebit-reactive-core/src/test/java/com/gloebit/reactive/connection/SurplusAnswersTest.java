package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes behind an answer is nobody's: the answer counts, and the connection is not used again. */
class SurplusAnswersTest {
    private static final String ANOTHERS = RawServer.ok("{\"success\":true,\"balance\":123456}");

    static String[] surplus() {
        return new String[] {
            ANOTHERS,
            ANOTHERS + ANOTHERS,
            ANOTHERS.substring(0, 20),
            ANOTHERS.substring(0, ANOTHERS.length() - 1),
            "HTTP/1.1 103 Early Hints\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "H",
            "no HTTP at all",
            "\r\n"
        };
    }

    @ParameterizedTest
    @MethodSource("surplus")
    void aSurplusAnswerInTheSegmentOfTheFirstIsNotRead(String surplus) {
        try (RawServer server = RawServer.of((request, connection) ->
                connection.send(NumberedUsers.answer(request) + (request.number() % 5 == 0 ? surplus : "")))) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                NumberedUsers.allReadTheirOwn(client, 200);
            } finally {
                client.dispose();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("surplus")
    void aSurplusAnswerOnAPooledConnectionClosesIt(String surplus) throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        try (RawServer server = RawServer.of((request, connection) -> {
            connection.send(NumberedUsers.answer(request));
            if (request.number() == 1) {
                answered.join();
                connection.send(surplus);
                closed.complete(connection.isClosedByClient());
            }
        })) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                NumberedUsers.allReadTheirOwn(client, 1);
                answered.complete(null);
                assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
                NumberedUsers.allReadTheirOwn(client, 1);
            } finally {
                client.dispose();
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** The body's end is told by chunks, and there is more behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void aSurplusAnswerBehindChunksIsNotRead(String surplus) {
        try (RawServer server = RawServer.of((request, connection) -> {
            String body = NumberedUsers.answer(request.header("authorization"));
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length())
                    + "\r\n" + body + "\r\n0\r\n\r\n" + (request.number() % 5 == 0 ? surplus : ""));
        })) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                NumberedUsers.allReadTheirOwn(client, 100);
            } finally {
                client.dispose();
            }
        }
    }
}
