package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Repeats, late enacts and courses. */
class HoldBehaviourTest extends HoldTest {
    private static final CallbackBehaviour IMPATIENT =
            CallbackBehaviour.automatic().withRetry(Duration.ofMillis(1), 3);

    HoldBehaviourTest() {
        super(IMPATIENT, Settlement.IMMEDIATE);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void repeatsApplyToEveryCall(boolean overlapping, boolean refused) throws Exception {
        callbacks.behave(overlapping ? IMPATIENT.withOverlappingRepeats(3) : IMPATIENT.withRepeats(3));
        application.answer(ENACT, refused ? REFUSED : TRUE);
        HoldStep last = refused ? CANCEL : CONSUME;
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls())
                .containsExactly(
                        call(ENACT, ID),
                        call(ENACT, ID),
                        call(ENACT, ID),
                        call(last, ID),
                        call(last, ID),
                        call(last, ID));
        assertState(refused ? State.CANCELLED : State.COMMITTED, refused ? "100" : "75");
        assertNoViolation();
    }

    /** What was delivered before each call tells whether the call waited. */
    @Test
    void repeatWaitsForThePreviousAnswer() throws Exception {
        List<Integer> delivered = new CopyOnWriteArrayList<>();
        callbacks.behave(IMPATIENT
                .withRepeats(3)
                .withActionBeforeCall(
                        step -> delivered.add(callbacks.deliveries().size())));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(delivered).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void overlappingRepeatDoesNotWaitForThePreviousAnswer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Sinks.Empty<Void> allAsked = Sinks.empty();
        application.answer(ENACT, unused -> {
            if (asked.incrementAndGet() == 3) {
                allAsked.tryEmitEmpty().orThrow();
            }
            return allAsked.asMono().thenReturn(TRUE);
        });
        callbacks.behave(IMPATIENT.withOverlappingRepeats(3).withTimeout(LIMIT.dividedBy(2)));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .hasSize(6)
                .extracting(HoldDelivery::answer)
                .containsOnly(Answer.TRUE);
        assertState(State.COMMITTED, "75");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PENDING + "|" + TRUE + "| COMMITTED",
                PENDING + "|" + REFUSED + "| CANCELLED",
                TRUE + "|" + REFUSED + "| COMMITTED",
                REFUSED + "|" + TRUE + "| CANCELLED"
            })
    void firstDecidingAnswerDecides(String first, String second, State state) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        application.answer(ENACT, Mono.fromSupplier(() -> asked.incrementAndGet() == 1 ? first : second));
        callbacks.behave(IMPATIENT.withRepeats(2));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries()).hasSize(4);
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(state);
    }

    @Test
    void refusalAfterTheCancelOfAnEnactedTransactionIsNotAViolation() throws Exception {
        callbacks.behave(IMPATIENT.withCourse(Course.CANCEL_AFTER_ENACT).withLateEnact(true));
        application.answer(CANCEL, Mono.fromSupplier(() -> {
            application.answer(ENACT, REFUSED);
            return TRUE;
        }));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID), call(ENACT, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void postponedLateEnactIsNotRepeated() throws Exception {
        callbacks.behave(IMPATIENT.withLateEnact(true));
        application.answer(CONSUME, Mono.fromSupplier(() -> {
            application.answer(ENACT, PENDING);
            return TRUE;
        }));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID), call(ENACT, ID));
        assertState(State.COMMITTED, "75");
    }

    @Test
    void lateEnactNeedsAnEnactUrl() throws Exception {
        callbacks.behave(IMPATIENT.withLateEnact(true));
        buy(application.item(ID, 25, CONSUME));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CONSUME, ID));
        assertThat(callbacks.deliverNext()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lateEnactFollowsConsumeOrCancel(boolean refused) throws Exception {
        callbacks.behave(IMPATIENT.withLateEnact(true));
        application.answer(ENACT, refused ? REFUSED : TRUE);
        HoldStep last = refused ? CANCEL : CONSUME;
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(last, ID), call(ENACT, ID));
        assertState(refused ? State.CANCELLED : State.COMMITTED, refused ? "100" : "75");
        assertNoViolation();
    }

    @Test
    void contradictoryAnswersAreAViolation() throws Exception {
        callbacks.behave(IMPATIENT.withLateEnact(true));
        application.answer(CONSUME, Mono.fromSupplier(() -> {
            application.answer(ENACT, REFUSED);
            return TRUE;
        }));
        buy(application.item("order-1", 25));
        assertIdle();
        application.answer(CANCEL, Mono.fromSupplier(() -> {
            application.answer(ENACT, TRUE);
            return TRUE;
        }));
        buy(application.item("order-2", 25));

        assertIdle();
        assertThat(simulator.violations())
                .containsExactly(
                        "hold callback: an enact was refused after an earlier one was answered [true]",
                        "hold callback: an enact after the cancel was answered [true]");
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.COMMITTED, State.CANCELLED);
    }

    @Test
    void courseCancelWithoutEnactCallsOnlyCancel() throws Exception {
        callbacks.behave(IMPATIENT.withCourse(Course.CANCEL_WITHOUT_ENACT));
        buy(application.item("order-1", 25));
        buy(application.item("order-2", 25, ENACT));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, "order-1"));
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.CANCELLED, State.CANCELLED);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
    }

    @Test
    void courseCancelAfterEnactCallsEnactAndCancel() throws Exception {
        callbacks.behave(IMPATIENT.withCourse(Course.CANCEL_AFTER_ENACT));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL_WITHOUT_ENACT, ENACT CONSUME, ''",
        "CANCEL_WITHOUT_ENACT, CONSUME CANCEL, CANCEL",
        "CANCEL_WITHOUT_ENACT, CONSUME, ''",
        "CANCEL_AFTER_ENACT, ENACT, ENACT",
        "CANCEL_AFTER_ENACT, CONSUME CANCEL, CANCEL",
        "CANCEL_AFTER_ENACT, CANCEL, CANCEL"
    })
    void cancelCoursesCancelForEverySetOfUrls(Course course, String given, String called) throws Exception {
        callbacks.behave(IMPATIENT.withCourse(course));
        buy(application.item(ID, 25, steps(given)));

        assertIdle();
        assertThat(application.calls())
                .isEqualTo(called.isEmpty() ? List.of() : List.of(call(HoldStep.valueOf(called), ID)));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void cancelCourseWithoutAnEnactUrlCancelsAtOnce() {
        callbacks.behave(CallbackBehaviour.manual().withCourse(Course.CANCEL_AFTER_ENACT));
        buy(application.item(ID, 25, CONSUME, CANCEL));

        assertThat(callbacks.deliverNext()).contains(new HoldDelivery(ID, CANCEL, Answer.TRUE, ""));
    }

    @Test
    void cancelCourseDoesNotAffectATransactionWithoutHoldUrls() throws Exception {
        callbacks.behave(IMPATIENT.withCourse(Course.CANCEL_WITHOUT_ENACT));
        Map<String, Object> item = Fixture.item(ID, 25);
        item.put("application-key", "hold-key");
        buy(item);

        assertIdle();
        assertState(State.COMMITTED, "75");
    }

    @Test
    void courseIsFixedWhenTheFundsAreHeld() {
        callbacks.behave(CallbackBehaviour.manual().withCourse(Course.CANCEL_AFTER_ENACT));
        buy(application.item("order-1", 1));
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item("order-2", 1));
        callbacks.behave(CallbackBehaviour.manual().withCourse(Course.CANCEL_AFTER_ENACT));

        callbacks.deliver(ENACT, "order-1");
        callbacks.deliver(ENACT, "order-2");

        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.CANCELLED, State.COMMITTED);
    }

    @Test
    void courseCancelWithoutEnactNeverCommits() {
        callbacks.behave(CallbackBehaviour.manual().withCourse(Course.CANCEL_WITHOUT_ENACT));
        buy(application.item(ID, 25));

        callbacks.deliver(ENACT, ID);

        assertState(State.CANCELLED, "100");
    }
}
