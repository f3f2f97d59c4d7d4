package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.Fixture;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Every endpoint, when answers are lost and when the service accepts no connection. */
class EveryEndpointTest {
    private static final int ATTEMPTS = 3;

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    static Stream<EndpointEntry> entries() {
        return EndpointEntries.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aCallWithoutAnyAnswerIsSentAgainWhereThatIsSafeAndElseInDoubt(EndpointEntry entry) {
        int attempts = entry.isRepeatable() ? ATTEMPTS : 1;
        gloebit.expect(before(entry)).expect(attempts, lost(entry));

        GloebitException told = Failures.of(call(entry));

        assertThat(told.details().attempts()).isEqualTo(attempts);
        assertThat(told.outcome()).isEqualTo(entry.reads() ? Outcome.NOT_DONE : Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aCallWhoseFirstAnswerIsLostSucceedsWhereItIsSentAgain(EndpointEntry entry) {
        gloebit.expect(before(entry)).expect(lost(entry));
        if (entry.isRepeatable()) {
            gloebit.expect(fixture(entry).own());

            assertThat(call(entry).block(Given.PATIENCE))
                    .isEqualTo(fixture(entry).value());
        } else {
            assertThat(Failures.of(call(entry)).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aCallWithoutAConnectionIsTriedAgainAndNotDone(EndpointEntry entry) {
        Mono<?> call = call(entry);
        gloebit.stop();

        GloebitException told = Failures.of(call);

        assertThat(told.details().attempts()).isEqualTo(ATTEMPTS);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private Mono<?> call(EndpointEntry entry) {
        return fixture(entry).call().apply(gloebit.client(entry.settings()));
    }

    private static Fixture fixture(EndpointEntry entry) {
        return entry.fixtures().get(0);
    }

    private static Interaction[] before(EndpointEntry entry) {
        return fixture(entry).before().toArray(Interaction[]::new);
    }

    private static Interaction lost(EndpointEntry entry) {
        return fixture(entry).own().request().answers(Answers.lost());
    }
}
