package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Answers of the application to automatic calls, and calls without an answer. */
class EnactAnswerTest extends HoldTest {
    private static final CallbackBehaviour THREE_TRIES =
            CallbackBehaviour.automatic().withRetry(Duration.ofMillis(1), 3);

    EnactAnswerTest() {
        super(THREE_TRIES, Settlement.IMMEDIATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "{}",
                "[]",
                "[false]",
                "[1]",
                "[true, \"text\"]",
                "[false, 1]",
                "[false, \"a\", \"b\"]",
                "[true",
                "[\"true\"]",
                "null",
                "[true] [true]"
            })
    void malformedAnswerIsAViolationAndEnactIsRepeated(String body) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        application.answer(ENACT, Mono.fromSupplier(() -> asked.incrementAndGet() == 1 ? body : TRUE));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::step, HoldDelivery::answer)
                .containsExactly(
                        tuple(ENACT, Answer.MALFORMED), tuple(ENACT, Answer.TRUE), tuple(CONSUME, Answer.TRUE));
        assertThat(simulator.violations()).singleElement().asString().contains("the answer to an enact is malformed");
    }

    @Test
    void answerOverTheSizeLimitIsMalformed() throws Exception {
        application.answer(ENACT, "[true" + " ".repeat(70_000) + "]");
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::answer)
                .containsExactly(Answer.MALFORMED, Answer.MALFORMED, Answer.MALFORMED, Answer.TRUE);
        assertState(State.CANCELLED, "100");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 503})
    void statusOtherThan200IsNoAnswer(int status) throws Exception {
        application.answerWithStatus(status);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::step, HoldDelivery::answer, HoldDelivery::detail)
                .containsExactly(
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(CANCEL, Answer.NONE, "the status is " + status));
        assertThat(application.calls()).hasSize(4);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void stoppedApplicationIsNoAnswer() throws Exception {
        application.stop();
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .hasSize(4)
                .extracting(HoldDelivery::answer)
                .containsOnly(Answer.NONE);
        assertThat(callbacks.deliveries().toString()).doesNotContain("/hold/");
        assertState(State.CANCELLED, "100");
    }

    @Test
    void timeoutIsNoAnswer() throws Exception {
        callbacks.behave(THREE_TRIES.withTimeout(Duration.ofMillis(50)).withRetry(Duration.ZERO, 1));
        application.answer(ENACT, Mono.never());
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries()).first().isEqualTo(new HoldDelivery(ID, ENACT, Answer.NONE, "out of time"));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void answersToConsumeAndCancelHaveNoEffect() throws Exception {
        application.answer(CONSUME, "what?");
        application.answer(CANCEL, REFUSED);
        buy(application.item("order-1", 25));
        assertIdle();
        application.answer(ENACT, REFUSED);
        buy(application.item("order-2", 25));

        assertIdle();
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.COMMITTED, State.CANCELLED);
        assertThat(application.calls()).hasSize(4);
        assertNoViolation();
    }
}
