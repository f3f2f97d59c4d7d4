package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.Fixture;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Interaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A request without a usable answer, and the refusal of its repeat, for every endpoint that is repeated. */
class EveryEndpointRefusalTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    private static Map<String, MockResponse> unusable() {
        Map<String, MockResponse> answers = new LinkedHashMap<>();
        answers.put("no answer", Answers.lost());
        answers.put("500", Answers.status(500));
        answers.put("half an object", Answers.json("{\"success\":true"));
        return answers;
    }

    private static Map<String, MockResponse> refusals() {
        Map<String, MockResponse> answers = new LinkedHashMap<>();
        answers.put("400", Answers.status(400));
        answers.put("401", Answers.status(401));
        answers.put("403", Answers.status(403));
        answers.put("404", Answers.status(404));
        answers.put("refused", Answers.refused("product limit"));
        answers.put("refused for the token", Answers.refused("unknown token1"));
        answers.put("refused for too few gloebits", Answers.refused("insufficient balance"));
        answers.put(
                "refused when queued",
                Answers.json("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}"));
        return answers;
    }

    static Stream<Arguments> cases() {
        return EndpointEntries.all()
                .filter(EndpointEntry::isRepeatable)
                .flatMap(entry -> unusable().entrySet().stream()
                        .flatMap(first -> refusals().entrySet().stream()
                                .map(second -> Arguments.argumentSet(
                                        entry + ": " + first.getKey() + ", then " + second.getKey(),
                                        entry,
                                        first.getValue(),
                                        second.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRefusalDoesNotSettleTheDoubtOfTheRequestBeforeIt(
            EndpointEntry entry, MockResponse first, MockResponse second) {
        Fixture fixture = entry.fixtures().get(0);
        ExpectedRequest request = fixture.own().request();
        gloebit.expect(fixture.before().toArray(Interaction[]::new))
                .expect(request.answers(first), request.answers(second));

        GloebitException told = Failures.of(fixture.call().apply(gloebit.client(entry.settings())));

        assertThat(told.details().attempts()).isEqualTo(2);
        assertThat(told.outcome()).isEqualTo(entry.reads() ? Outcome.NOT_DONE : Outcome.UNKNOWN);
    }
}
