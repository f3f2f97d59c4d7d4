package com.gloebit.simulator;

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
 * {@code [true]}, and never together with cancel. What {@link #repeats}, {@link #delay}, {@link #retry} and
 * {@link #lateEnact} say holds for calls that the simulator makes by itself.
 */
public final class CallbackBehaviour {
    private static final CallbackBehaviour DEFAULT = new CallbackBehaviour(
            true,
            Timing.AFTER_ANSWER,
            Course.AS_ANSWERED,
            new Repeats(1, false),
            new Delay(Duration.ZERO, OptionalLong.empty()),
            new Retry(Duration.ofMillis(200), 25),
            Duration.ofSeconds(5),
            false,
            Optional.empty());

    private final boolean automatic;
    private final Timing timing;
    private final Course course;
    private final Repeats repeats;
    private final Delay delay;
    private final Retry retry;
    private final Duration timeout;
    private final boolean lateEnact;
    private final Optional<Consumer<HoldStep>> before;

    private CallbackBehaviour(
            boolean automatic,
            Timing timing,
            Course course,
            Repeats repeats,
            Delay delay,
            Retry retry,
            Duration timeout,
            boolean lateEnact,
            Optional<Consumer<HoldStep>> before) {
        this.automatic = automatic;
        this.timing = timing;
        this.course = course;
        this.repeats = repeats;
        this.delay = delay;
        this.retry = retry;
        this.timeout = timeout;
        this.lateEnact = lateEnact;
        this.before = before;
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

    record Repeats(int times, boolean overlapping) {}

    record Delay(Duration most, OptionalLong seed) {}

    record Retry(Duration pause, int tries) {}

    /**
     * The simulator calls as soon as there is something to tell, once each, without delay.
     *
     * @return the behaviour of a simulator that was told nothing else
     */
    public static CallbackBehaviour automatic() {
        return DEFAULT;
    }

    /**
     * The simulator calls nothing by itself; the test does by {@link HoldCallbacks#deliver} and its like.
     *
     * @return the behaviour
     */
    public static CallbackBehaviour manual() {
        return new CallbackBehaviour(
                false,
                DEFAULT.timing,
                DEFAULT.course,
                DEFAULT.repeats,
                DEFAULT.delay,
                DEFAULT.retry,
                DEFAULT.timeout,
                DEFAULT.lateEnact,
                DEFAULT.before);
    }

    /**
     * Chooses when callbacks come, seen from the answer to the request.
     *
     * @param value {@link Timing#AFTER_ANSWER} unless set; the others withhold the answer, with manual calls until the
     *     test makes them, with {@link Settlement#MANUAL} until it settles
     * @return a copy
     */
    public CallbackBehaviour timing(Timing value) {
        return new CallbackBehaviour(automatic, value, course, repeats, delay, retry, timeout, lateEnact, before);
    }

    /**
     * Chooses what becomes of transactions.
     *
     * @param value {@link Course#AS_ANSWERED} unless set
     * @return a copy
     */
    public CallbackBehaviour course(Course value) {
        return new CallbackBehaviour(automatic, timing, value, repeats, delay, retry, timeout, lateEnact, before);
    }

    /**
     * Makes every call several times, each when the one before was answered. The first answer that decides counts.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour repeats(int times) {
        return withRepeats(new Repeats(Arguments.positive("times", times), false));
    }

    /**
     * Makes every call several times at once. The first answer that decides counts.
     *
     * @param times 1 or more
     * @return a copy
     */
    public CallbackBehaviour overlappingRepeats(int times) {
        return withRepeats(new Repeats(Arguments.positive("times", times), true));
    }

    /**
     * Waits before each step of a transaction.
     *
     * @param value 0 or more
     * @return a copy
     */
    public CallbackBehaviour delay(Duration value) {
        return withDelay(new Delay(Arguments.notNegative("delay", value), OptionalLong.empty()));
    }

    /**
     * Waits for a random time before each step, so that transactions overtake each other.
     *
     * @param most the longest, more than 0
     * @param seed equal seeds draw equal times
     * @return a copy
     */
    public CallbackBehaviour randomDelay(Duration most, long seed) {
        return withDelay(new Delay(Arguments.positive("most", most), OptionalLong.of(seed)));
    }

    /**
     * Chooses how long an application may put off an enact, or fail to answer it, before the transaction is cancelled.
     *
     * @param pause between two tries, 0 or more
     * @param tries how often it is asked at most, 1 or more
     * @return a copy
     */
    public CallbackBehaviour retry(Duration pause, int tries) {
        Retry value = new Retry(Arguments.notNegative("pause", pause), Arguments.positive("tries", tries));
        return new CallbackBehaviour(automatic, timing, course, repeats, delay, value, timeout, lateEnact, before);
    }

    /**
     * Chooses how long a call may take, connecting included.
     *
     * @param value more than 0
     * @return a copy
     */
    public CallbackBehaviour timeout(Duration value) {
        Duration positive = Arguments.positive("timeout", value);
        return new CallbackBehaviour(automatic, timing, course, repeats, delay, retry, positive, lateEnact, before);
    }

    /**
     * Calls enact again after consume or cancel; the answer has no effect.
     *
     * @param value false unless set
     * @return a copy
     */
    public CallbackBehaviour lateEnact(boolean value) {
        return new CallbackBehaviour(automatic, timing, course, repeats, delay, retry, timeout, value, before);
    }

    /**
     * Does something before each call that the simulator or the test makes, as an application that is restarted in
     * between. It runs on a thread that may block; what it throws is a violation, and the call is made all the same.
     *
     * @param action gets the step; nothing unless set
     * @return a copy
     */
    public CallbackBehaviour before(Consumer<HoldStep> action) {
        Optional<Consumer<HoldStep>> set = Optional.of(Objects.requireNonNull(action, "action is null"));
        return new CallbackBehaviour(automatic, timing, course, repeats, delay, retry, timeout, lateEnact, set);
    }

    private CallbackBehaviour withRepeats(Repeats value) {
        return new CallbackBehaviour(automatic, timing, course, value, delay, retry, timeout, lateEnact, before);
    }

    private CallbackBehaviour withDelay(Delay value) {
        return new CallbackBehaviour(automatic, timing, course, repeats, value, retry, timeout, lateEnact, before);
    }

    boolean isAutomatic() {
        return automatic;
    }

    Timing timing() {
        return timing;
    }

    Course course() {
        return course;
    }

    Repeats repeats() {
        return repeats;
    }

    Delay delay() {
        return delay;
    }

    Retry retry() {
        return retry;
    }

    Duration timeout() {
        return timeout;
    }

    boolean lateEnact() {
        return lateEnact;
    }

    Optional<Consumer<HoldStep>> before() {
        return before;
    }
}
