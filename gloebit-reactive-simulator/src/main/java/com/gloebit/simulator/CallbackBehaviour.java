package com.gloebit.simulator;

import com.gloebit.simulator.internal.hold.CallbackSettings;
import com.gloebit.simulator.internal.hold.CallbackSettings.Delay;
import com.gloebit.simulator.internal.hold.CallbackSettings.Repeats;
import com.gloebit.simulator.internal.hold.CallbackSettings.Retry;
import com.gloebit.simulator.internal.wire.Arguments;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How the simulator calls the hold URLs of transactions: by itself, or step by step as the test says. Immutable; each
 * method returns a changed copy.
 *
 * <p>Whatever is chosen, it stays within what Gloebit may do: consume comes only after an enact was answered
 * {@code [true]}, and never together with cancel. What {@link #withRepeats}, {@link #withDelay}, {@link #withRetry} and
 * {@link #withLateEnact} say holds for calls that the simulator makes by itself.
 */
public final class CallbackBehaviour {
    private final CallbackSettings settings;

    private CallbackBehaviour(CallbackSettings settings) {
        this.settings = settings;
    }

    /** When callbacks come, seen from the answer to the request that made the transaction. */
    public enum Timing {
        /** None comes before the answer is sent, or lost by a {@link Fault}. */
        AFTER_ANSWER,
        /**
         * Enact has been called once before the answer is sent, which then tells of it: {@code success},
         * {@code pending} or {@code canceled}. Where there is no URL for enact, the answer does not wait.
         */
        ENACT_BEFORE_ANSWER,
        /** Consume or cancel has been called before the answer is sent, which then comes when all is over. */
        ALL_BEFORE_ANSWER
    }

    /** What becomes of transactions with hold URLs, whichever they are, whose funds are held from now on. */
    public enum Course {
        /** What the application answers to enact. */
        AS_ANSWERED,
        /** Each is cancelled, and its enact is never called. */
        CANCEL_WITHOUT_ENACT,
        /** Each is cancelled even where enact was answered {@code [true]}, as where another part of it failed. */
        CANCEL_AFTER_ENACT
    }

    /**
     * The simulator calls as soon as there is something to tell, once each, without delay.
     *
     * @return the behaviour of a simulator that was told nothing else
     */
    public static CallbackBehaviour automatic() {
        return new CallbackBehaviour(CallbackSettings.AUTOMATIC);
    }

    /**
     * The simulator calls nothing by itself; the test does by {@link HoldCallbacks#deliver} and its like.
     *
     * @return the behaviour
     */
    public static CallbackBehaviour manual() {
        return automatic().with(draft -> draft.automatic = false);
    }

    /**
     * Chooses when callbacks come, seen from the answer to the request.
     *
     * @param value {@link Timing#AFTER_ANSWER} unless set; the others withhold the answer, with manual calls until the
     *     test makes them, with {@link Settlement#MANUAL} until it settles
     * @return a copy
     */
    public CallbackBehaviour withTiming(Timing value) {
        return with(draft -> draft.timing = value);
    }

    /**
     * Chooses what becomes of transactions.
     *
     * @param value {@link Course#AS_ANSWERED} unless set
     * @return a copy
     */
    public CallbackBehaviour withCourse(Course value) {
        return with(draft -> draft.course = value);
    }

    /**
     * Makes every call several times, each when the one before was answered. The first answer that decides counts.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour withRepeats(int times) {
        Repeats value = new Repeats(Arguments.positive("times", times), false);
        return with(draft -> draft.repeats = value);
    }

    /**
     * Makes every call several times at once. The first answer that decides counts.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour withOverlappingRepeats(int times) {
        Repeats value = new Repeats(Arguments.positive("times", times), true);
        return with(draft -> draft.repeats = value);
    }

    /**
     * Waits before each step of a transaction.
     *
     * @param value 0 or more
     * @return a copy
     */
    public CallbackBehaviour withDelay(Duration value) {
        Delay fixed = new Delay(Arguments.notNegative("delay", value), OptionalLong.empty());
        return with(draft -> draft.delay = fixed);
    }

    /**
     * Waits for a random time before each step, so that transactions overtake each other.
     *
     * @param most the longest, more than 0
     * @param seed equal seeds draw equal times
     * @return a copy
     */
    public CallbackBehaviour withRandomDelay(Duration most, long seed) {
        Delay random = new Delay(Arguments.positive("most", most), OptionalLong.of(seed));
        return with(draft -> draft.delay = random);
    }

    /**
     * Chooses how long an application may put off an enact, or fail to answer it, before the transaction is cancelled.
     *
     * @param pause between two tries, 0 or more
     * @param tries how often it is asked at most, 1 or more
     * @return a copy
     */
    public CallbackBehaviour withRetry(Duration pause, int tries) {
        Retry value = new Retry(Arguments.notNegative("pause", pause), Arguments.positive("tries", tries));
        return with(draft -> draft.retry = value);
    }

    /**
     * Chooses how long a call may take, connecting included.
     *
     * @param value more than 0
     * @return a copy
     */
    public CallbackBehaviour withTimeout(Duration value) {
        Duration positive = Arguments.positive("timeout", value);
        return with(draft -> draft.timeout = positive);
    }

    /**
     * Calls enact again after consume or cancel; the answer has no effect.
     *
     * @param value false unless set
     * @return a copy
     */
    public CallbackBehaviour withLateEnact(boolean value) {
        return with(draft -> draft.lateEnact = value);
    }

    /**
     * Does something before each call that the simulator or the test makes, as an application that is restarted in
     * between. It runs on a thread that may block; what it throws is a violation, and the call is made all the same.
     *
     * @param action gets the step; nothing unless set
     * @return a copy
     */
    public CallbackBehaviour withActionBeforeCall(Consumer<HoldStep> action) {
        Optional<Consumer<HoldStep>> set = Optional.of(Objects.requireNonNull(action, "action is null"));
        return with(draft -> draft.before = set);
    }

    CallbackSettings settings() {
        return settings;
    }

    private CallbackBehaviour with(Consumer<CallbackSettings.Draft> change) {
        return new CallbackBehaviour(settings.with(change));
    }
}
