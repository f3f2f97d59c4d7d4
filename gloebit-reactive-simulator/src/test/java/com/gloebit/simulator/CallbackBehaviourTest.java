package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each with method changes one setting and keeps the others. */
class CallbackBehaviourTest {
    private static final Consumer<HoldStep> ACTION = Objects::requireNonNull;
    private static final List<UnaryOperator<CallbackBehaviour>> CHANGES = List.of(
            behaviour -> behaviour.withTiming(Timing.ALL_BEFORE_ANSWER),
            behaviour -> behaviour.withCourse(Course.CANCEL_AFTER_ENACT),
            behaviour -> behaviour.withOverlappingRepeats(4),
            behaviour -> behaviour.withRandomDelay(Duration.ofSeconds(5), 6),
            behaviour -> behaviour.withRetry(Duration.ofSeconds(7), 8),
            behaviour -> behaviour.withTimeout(Duration.ofSeconds(9)),
            behaviour -> behaviour.withLateEnact(true),
            behaviour -> behaviour.withActionBeforeCall(ACTION));

    static Stream<List<UnaryOperator<CallbackBehaviour>>> orders() {
        return IntStream.range(0, CHANGES.size()).mapToObj(shift -> {
            List<UnaryOperator<CallbackBehaviour>> order = new ArrayList<>(CHANGES);
            Collections.rotate(order, shift);
            return order;
        });
    }

    @ParameterizedTest
    @MethodSource("orders")
    void eachSettingKeepsTheOthersInAnyOrder(List<UnaryOperator<CallbackBehaviour>> order) {
        CallbackBehaviour behaviour = CallbackBehaviour.manual();
        for (UnaryOperator<CallbackBehaviour> change : order) {
            behaviour = change.apply(behaviour);
        }

        assertThat(behaviour.settings().automatic()).isFalse();
        assertThat(behaviour.settings().timing()).isEqualTo(Timing.ALL_BEFORE_ANSWER);
        assertThat(behaviour.settings().course()).isEqualTo(Course.CANCEL_AFTER_ENACT);
        assertThat(behaviour.settings().repeats())
                .isEqualTo(CallbackBehaviour.automatic()
                        .withOverlappingRepeats(4)
                        .settings()
                        .repeats());
        assertThat(behaviour.settings().delay())
                .isEqualTo(CallbackBehaviour.automatic()
                        .withRandomDelay(Duration.ofSeconds(5), 6)
                        .settings()
                        .delay());
        assertThat(behaviour.settings().retry())
                .isEqualTo(CallbackBehaviour.automatic()
                        .withRetry(Duration.ofSeconds(7), 8)
                        .settings()
                        .retry());
        assertThat(behaviour.settings().timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(behaviour.settings().lateEnact()).isTrue();
        assertThat(behaviour.settings().before()).contains(ACTION);
    }

    @Test
    void laterRepeatSettingReplacesTheEarlierOne() {
        CallbackBehaviour one =
                CallbackBehaviour.automatic().withOverlappingRepeats(4).withRepeats(2);

        assertThat(one.settings().repeats())
                .isEqualTo(
                        CallbackBehaviour.automatic().withRepeats(2).settings().repeats());
        assertThat(one.settings().repeats())
                .isNotEqualTo(CallbackBehaviour.automatic()
                        .withOverlappingRepeats(2)
                        .settings()
                        .repeats());
    }

    @Test
    void fixedDelayReplacesTheRandomDelay() {
        CallbackBehaviour one = CallbackBehaviour.automatic()
                .withRandomDelay(Duration.ofSeconds(5), 6)
                .withDelay(Duration.ofSeconds(5));

        assertThat(one.settings().delay().seed()).isEmpty();
        assertThat(one.settings().delay().most()).isEqualTo(Duration.ofSeconds(5));
    }
}
