package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Informational answers say nothing; the final one behind them answers the call. */
class InterimAnswersTest {
    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";
    private static final String PROCESSING = "HTTP/1.1 102 Processing\r\n\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final String UNKNOWN = "HTTP/1.1 199 Whatever\r\nContent-Length: 5\r\n\r\n";
    private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: ";

    static List<List<String>> mixtures() {
        return List.of(
                List.of(HINTS),
                List.of(PROCESSING),
                List.of(CONTINUE),
                List.of(UNKNOWN),
                List.of(HINTS, HINTS, HINTS),
                List.of(CONTINUE, HINTS, PROCESSING, CONTINUE, UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void interimAnswersInTheSegmentOfTheFinalAnswerAreSkipped(List<String> interim) {
        allReadTheirOwn((request, connection) ->
                connection.send((isTroubled(request) ? String.join("", interim) : "") + NumberedUsers.answer(request)));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void interimAnswersInSegmentsOfTheirOwnAreSkipped(List<String> interim) {
        allReadTheirOwn((request, connection) -> {
            if (isTroubled(request)) {
                for (String one : interim) {
                    connection.send(one.substring(0, 10)).send(one.substring(10));
                }
            }
            connection.send(NumberedUsers.answer(request));
        });
    }

    private static void allReadTheirOwn(RawServer.Script script) {
        try (RawServer server = RawServer.of(script)) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                NumberedUsers.allReadTheirOwn(client, 200);
            } finally {
                client.dispose();
            }
            assertThat(server.connections()).as("connections").isLessThanOrEqualTo(4);
        }
    }

    private static boolean isTroubled(RawServer.Request request) {
        return request.number() % 5 == 0;
    }

    @Test
    void anAcceptanceBehindInterimAnswersLeavesNoDoubt() {
        String accepted = RawServer.ok("{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}");
        try (RawServer server =
                RawServer.of((request, connection) -> connection.send(HINTS).send(accepted))) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                assertThat(client.withCredential(Given.CREDENTIAL)
                                .purchase(Given.TORCHES)
                                .block(Given.PATIENCE))
                        .isNotNull();
            } finally {
                client.dispose();
            }
        }
    }

    @Test
    void endlessInterimAnswersEndWithTheAttempt() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (RawServer server = RawServer.of((request, connection) -> {
            try {
                while (true) {
                    connection.send(HINTS.repeat(20));
                }
            } finally {
                closed.complete(true);
            }
        })) {
            GloebitClient client = NumberedUsers.client(server.uri())
                    .limits(new CallLimits(1, Duration.ofMillis(700), Given.PATIENCE))
                    .build();
            try {
                assertThat(Failures.of(client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES)))
                        .isInstanceOf(TransactionInDoubtException.class)
                        .hasCauseInstanceOf(ServiceUnreachableException.class);
                assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                client.dispose();
            }
        }
    }

    /** Whatever is spoken behind it is not HTTP/1.1. */
    @ParameterizedTest
    @ValueSource(strings = {"websocket", "h2c", "HTTP/1.1"})
    void anUnrequestedSwitchOfProtocolsIsReportedAndItsConnectionIsNotReused(String protocol) {
        try (RawServer server = RawServer.of((request, connection) -> {
            if (request.number() == 1) {
                connection.send(SWITCHING + protocol + "\r\n\r\n" + RawServer.ok("{\"success\":true,\"balance\":99}"));
            } else {
                connection.send(NumberedUsers.answer(request));
            }
        })) {
            GloebitClient client = NumberedUsers.client(server.uri()).build();
            try {
                assertThat(Failures.of(
                                        client.withCredential(Given.CREDENTIAL).balance(),
                                        UnexpectedStatusException.class)
                                .details()
                                .httpStatus())
                        .isEqualTo(101);
                NumberedUsers.allReadTheirOwn(client, 1);
            } finally {
                client.dispose();
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
