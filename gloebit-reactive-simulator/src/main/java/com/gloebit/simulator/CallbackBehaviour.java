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
 * How the simulator calls the hold URLs of transactions: automatically, or when the test calls
 * {@link HoldCallbacks#deliver}. Immutable; each {@code with} method returns a copy.
 *
 * <p>Every behaviour stays within Gloebit's rules. Consume follows an enact that was answered {@code [true]}, and a
 * transaction is never both consumed and cancelled. {@link #withRepeats}, {@link #withDelay}, {@link #withRetry} and
 * {@link #withLateEnact} apply to automatic calls only.
 */
public final class CallbackBehaviour {
    private final CallbackSettings settings;

    private CallbackBehaviour(CallbackSettings settings) {
        this.settings = settings;
    }

    /** The order of the callbacks and the answer to the request that created the transaction. */
    public enum Timing {
        /** No callback is made before the answer is sent, or lost by a {@link Fault}. */
        AFTER_ANSWER,
        /**
         * Enact is called once before the answer is sent. The answer reports the result: {@code success},
         * {@code pending} or {@code canceled}. Without an enact URL the answer does not wait.
         */
        ENACT_BEFORE_ANSWER,
        /** The answer is sent after the last callback, which is consume or cancel. */
        ALL_BEFORE_ANSWER
    }

    /** How transactions end. Applies to each transaction with a hold URL whose funds are held after the setting. */
    public enum Course {
        /** The application's answer to enact decides. */
        AS_ANSWERED,
        /** Each transaction is cancelled; its enact URL is not called. */
        CANCEL_WITHOUT_ENACT,
        /** Each transaction is cancelled, also after an enact that was answered {@code [true]}. */
        CANCEL_AFTER_ENACT
    }

    /**
     * Returns the default: the simulator makes each call once, as soon as it is due.
     *
     * @return the behaviour
     */
    public static CallbackBehaviour automatic() {
        return new CallbackBehaviour(CallbackSettings.AUTOMATIC);
    }

    /**
     * Returns a behaviour without automatic calls. The test makes them with {@link HoldCallbacks#deliver} and
     * {@link HoldCallbacks#start}.
     *
     * @return the behaviour
     */
    public static CallbackBehaviour manual() {
        return automatic().with(draft -> draft.automatic = false);
    }

    /**
     * Sets the order of the callbacks and the answer to the request.
     *
     * @param value the default is {@link Timing#AFTER_ANSWER}; the others withhold the answer. Manual calls withhold it
     *     until the test makes them, {@link Settlement#MANUAL} until the test settles
     * @return a copy
     */
    public CallbackBehaviour withTiming(Timing value) {
        return with(draft -> draft.timing = value);
    }

    /**
     * Sets how transactions end.
     *
     * @param value the default is {@link Course#AS_ANSWERED}
     * @return a copy
     */
    public CallbackBehaviour withCourse(Course value) {
        return with(draft -> draft.course = value);
    }

    /**
     * Makes each call several times in sequence. The first answer that accepts or refuses decides.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour withRepeats(int times) {
        Repeats value = new Repeats(Arguments.positive("times", times), false);
        return with(draft -> draft.repeats = value);
    }

    /**
     * Makes each call several times concurrently. The first answer that accepts or refuses decides.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour withOverlappingRepeats(int times) {
        Repeats value = new Repeats(Arguments.positive("times", times), true);
        return with(draft -> draft.repeats = value);
    }

    /**
     * Delays each step of a transaction by a fixed time.
     *
     * @param value 0 or more
     * @return a copy
     */
    public CallbackBehaviour withDelay(Duration value) {
        Delay fixed = new Delay(Arguments.notNegative("delay", value), OptionalLong.empty());
        return with(draft -> draft.delay = fixed);
    }

    /**
     * Delays each step by a random time, so that transactions overtake each other.
     *
     * @param most the longest delay, more than 0
     * @param seed equal seeds give equal delays
     * @return a copy
     */
    public CallbackBehaviour withRandomDelay(Duration most, long seed) {
        Delay random = new Delay(Arguments.positive("most", most), OptionalLong.of(seed));
        return with(draft -> draft.delay = random);
    }

    /**
     * Sets the retries of an enact that is answered {@code [false, "pending"]} or without a usable answer. After the
     * last try the transaction is cancelled.
     *
     * @param pause the pause between two tries, 0 or more
     * @param tries the maximum number of tries, 1 or more
     * @return a copy
     */
    public CallbackBehaviour withRetry(Duration pause, int tries) {
        Retry value = new Retry(Arguments.notNegative("pause", pause), Arguments.positive("tries", tries));
        return with(draft -> draft.retry = value);
    }

    /**
     * Sets the timeout of a call, connecting included.
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
     * @param value the default is false
     * @return a copy
     */
    public CallbackBehaviour withLateEnact(boolean value) {
        return with(draft -> draft.lateEnact = value);
    }

    /**
     * Sets an action that runs before each call, automatic or manual. A test can restart its application in it. The
     * action may block. An exception that it throws is recorded as a violation, and the call is still made.
     *
     * @param action takes the step; there is none by default
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
