package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.HoldStep;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How hold URLs are called.
 *
 * @param automatic whether the simulator calls by itself
 * @param before what is done before each call
 */
public record CallbackSettings(
        boolean automatic,
        Timing timing,
        Course course,
        Repeats repeats,
        Delay delay,
        Retry retry,
        Duration timeout,
        boolean lateEnact,
        Optional<Consumer<HoldStep>> before) {
    public static final CallbackSettings AUTOMATIC = new CallbackSettings(
            true,
            Timing.AFTER_ANSWER,
            Course.AS_ANSWERED,
            new Repeats(1, false),
            new Delay(Duration.ZERO, OptionalLong.empty()),
            new Retry(Duration.ofMillis(200), 25),
            Duration.ofSeconds(5),
            false,
            Optional.empty());

    /** How often each call is made, and whether the calls overlap. */
    public record Repeats(int times, boolean overlapping) {}

    /**
     * The wait before each step.
     *
     * @param most the longest wait; the only one without a seed
     */
    public record Delay(Duration most, OptionalLong seed) {}

    /** How long an enact that is put off waits for the next, and how many are made. */
    public record Retry(Duration pause, int tries) {}

    /** A copy with changes. */
    public CallbackSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings that are being changed. It has fields instead of setters because it lives for one expression. */
    public static final class Draft {
        public boolean automatic;
        public Timing timing;
        public Course course;
        public Repeats repeats;
        public Delay delay;
        public Retry retry;
        public Duration timeout;
        public boolean lateEnact;
        public Optional<Consumer<HoldStep>> before;

        private Draft(CallbackSettings settings) {
            automatic = settings.automatic;
            timing = settings.timing;
            course = settings.course;
            repeats = settings.repeats;
            delay = settings.delay;
            retry = settings.retry;
            timeout = settings.timeout;
            lateEnact = settings.lateEnact;
            before = settings.before;
        }

        private CallbackSettings settings() {
            return new CallbackSettings(automatic, timing, course, repeats, delay, retry, timeout, lateEnact, before);
        }
    }
}
