package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.wire.support.BadAnswer;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers with status 200, or none, that cannot be used: what each kind of call makes of them. */
class BadAnswersTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @MethodSource
    void anUnreadableAnswerLeavesAChangeInDoubt(SampleCall operation, BadAnswer bad) {
        assertInDoubt(operation, operation.request().answers(bad.answer()), bad.failure());
    }

    static Stream<Arguments> anUnreadableAnswerLeavesAChangeInDoubt() {
        return Stream.of(SampleCall.values())
                .flatMap(operation -> BadAnswer.all().map(bad -> arguments(operation, bad)));
    }

    @ParameterizedTest
    @MethodSource
    void aMemberOfTheWrongTypeMakesAnAnswerUnreadable(SampleCall operation, String body) {
        assertInDoubt(operation, operation.request().answers(body), UnreadableAnswerException.class);
    }

    static Stream<Arguments> aMemberOfTheWrongTypeMakesAnAnswerUnreadable() {
        return Stream.of(
                        envelopes(),
                        members(SampleCall.READ, "balance", noNumbers()),
                        members(SampleCall.CONSUME, "product-count", noNumbers()),
                        members(SampleCall.CONSUME, "product-count", noCounts()),
                        Stream.of(SampleCall.READ, SampleCall.PURCHASE, SampleCall.CONSUME)
                                .flatMap(operation -> members(operation, "x", pastTheLimits())),
                        purchases(),
                        tokens())
                .flatMap(cases -> cases);
    }

    /** What comes with an acceptance is no reason to doubt it. */
    @ParameterizedTest
    @MethodSource
    void unreadableFurtherMembersLeaveAPurchaseAccepted(String member, String value) {
        gloebit.expect(SampleCall.PURCHASE
                .request()
                .answers("{\"success\":true,\"id\":\"order-1\",\"" + member + "\":" + value + "}"));

        assertThat(gloebit.ada().purchase(Given.TORCHES).block(Given.PATIENCE))
                .isEqualTo(new Receipt(Given.TORCHES.transactionId(), ReceiptState.QUEUED, null, null, null, null));
    }

    static Stream<Arguments> unreadableFurtherMembersLeaveAPurchaseAccepted() {
        return Stream.of(
                        noNumbers().map(value -> arguments("balance", value)),
                        Stream.concat(noNumbers(), noCounts()).map(value -> arguments("product-count", value)),
                        Stream.of("true", "[\"success\"]", "{}").map(value -> arguments("reason", value)),
                        Stream.of("true", "[\"queued\"]", "{}").map(value -> arguments("status", value)))
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> envelopes() {
        return Stream.of(SampleCall.READ, SampleCall.PURCHASE, SampleCall.CONSUME)
                .flatMap(operation -> Stream.of(
                                "{}",
                                success("null"),
                                success("\"yes\""),
                                success("\"TRUE\""),
                                success("1"),
                                success("0"),
                                success("[]"),
                                success("{}"),
                                success("\"\""))
                        .map(body -> arguments(operation, body)));
    }

    private static String success(String value) {
        return "{\"success\":" + value + ",\"balance\":1,\"product-count\":1}";
    }

    private static Stream<Arguments> members(SampleCall operation, String member, Stream<String> values) {
        return values.map(value -> arguments(operation, "{\"success\":true,\"" + member + "\":" + value + "}"));
    }

    private static Stream<String> noNumbers() {
        return Stream.of(
                "\"" + Given.FREE_TEXT + "\"",
                "\"\"",
                "\" 1\"",
                "\"1e3\"",
                "\"1,000.50\"",
                "\"NaN\"",
                "\"0x10\"",
                "true",
                "[1]",
                "{}",
                "1e400");
    }

    private static Stream<String> noCounts() {
        return Stream.of("5.9", "\"5.9\"", "9223372036854775808", "1e19");
    }

    /** Nothing beside them is read either. */
    private static Stream<String> pastTheLimits() {
        return Stream.of("1e999999999", "1e99999999999999", "1e-999999999", "-1E+2147483648");
    }

    private static Stream<Arguments> purchases() {
        return Stream.of("\"order-2\"", "\"Order-1\"", "\"\"", "1")
                .map(id -> arguments(SampleCall.PURCHASE, "{\"success\":true,\"id\":" + id + "}"));
    }

    private static Stream<Arguments> tokens() {
        return Stream.of(
                        "{}",
                        "{\"success\":true}",
                        "{\"access_token\":null}",
                        "{\"access_token\":\"\"}",
                        "{\"access_token\":17}",
                        "{\"access_token\":[\"t0ken-of-ada\"]}",
                        "{\"access_token\":\"t0ken-of-ada\\r\\nX-Injected: 1\"}",
                        "{\"access_token\":\"t0ken of ada\"}",
                        "{\"access_token\":\"t0ken-of-ada\\u00fc\"}",
                        "{\"access_token\":\"" + "t".repeat(4097) + "\"}")
                .map(body -> arguments(SampleCall.EXCHANGE, body));
    }

    private void assertInDoubt(
            SampleCall operation, Interaction interaction, Class<? extends GloebitException> lastFailure) {
        gloebit.expect(operation.attemptsWhenLost(), interaction);

        GloebitException told = Failures.of(operation.call(gloebit.client()));

        assertThat(told).isInstanceOf(operation.toldInDoubt(lastFailure));
        assertThat(told.outcome()).isEqualTo(operation.outcomeInDoubt());
        assertThat(told.details().attempts()).isEqualTo(operation.attemptsWhenLost());
        assertThat(lastFailure.isInstance(told) || lastFailure.isInstance(told.getCause()))
                .as("%s or its cause is a %s", told, lastFailure)
                .isTrue();
    }
}
