package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.RepeatSafetyContract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What becomes of every endpoint when its answer is lost, or nobody listens. */
class EveryEndpointTest {
    private static final int ATTEMPTS = 3;

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    static Stream<Fixture> rows() {
        Map<String, Fixture> first = new LinkedHashMap<>();
        Fixtures.all().forEach(fixture -> first.putIfAbsent(fixture.endpoint(), fixture));
        return first.values().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoseAnswersAreLostIsSentAgainWhereThatIsSafeAndElseInDoubt(Fixture fixture) {
        int attempts = RepeatSafetyContract.survivesALostAnswer(fixture.endpoint()) ? ATTEMPTS : 1;
        gloebit.expect(fixture.before().toArray(Interaction[]::new)).expect(attempts, lost(fixture));

        GloebitException told = Failures.of(call(fixture));

        assertThat(told.details().attempts()).isEqualTo(attempts);
        assertThat(told.outcome())
                .isEqualTo(RepeatSafetyContract.reads(fixture.endpoint()) ? Outcome.NOT_DONE : Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoseAnswerIsLostOnceEndsWellWhereItIsSentAgain(Fixture fixture) {
        gloebit.expect(fixture.before().toArray(Interaction[]::new)).expect(lost(fixture));
        if (RepeatSafetyContract.survivesALostAnswer(fixture.endpoint())) {
            gloebit.expect(fixture.own());

            assertThat(call(fixture).block(Given.PATIENCE)).isEqualTo(fixture.value());
        } else {
            assertThat(Failures.of(call(fixture)).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thatNobodyListensToIsTriedAgainAndWasNotDone(Fixture fixture) {
        Mono<?> call = call(fixture);
        gloebit.stop();

        GloebitException told = Failures.of(call);

        assertThat(told.details().attempts()).isEqualTo(ATTEMPTS);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private Mono<?> call(Fixture fixture) {
        return fixture.call().apply(gloebit.client(fixture.settings()));
    }

    private static Interaction lost(Fixture fixture) {
        return new Interaction(fixture.own().request(), Answers.lost());
    }
}
