package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.HoldStep;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Settings of the calls of hold URLs.
 *
 * @param automatic whether the simulator makes the calls; otherwise the test does
 * @param before the action that runs before each call
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

    /** The number of times that each call is made, and whether the calls overlap. */
    public record Repeats(int times, boolean overlapping) {}

    /**
     * The delay before each step.
     *
     * @param most the longest delay; without a seed every delay has this length
     */
    public record Delay(Duration most, OptionalLong seed) {}

    /** The pause between two tries of an enact that is not decided, and the number of tries. */
    public record Retry(Duration pause, int tries) {}

    /** Returns a copy with changes. */
    public CallbackSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A mutable copy for one change. It has fields instead of setters because it exists for one expression only. */
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
