package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.answer.FailureKind.BLOCKED;
import static com.gloebit.reactive.internal.answer.FailureKind.DECLINED;
import static com.gloebit.reactive.internal.answer.FailureKind.LOST;
import static com.gloebit.reactive.internal.answer.FailureKind.NOT_CONNECTED;
import static com.gloebit.reactive.internal.answer.FailureKind.OPEN;
import static com.gloebit.reactive.internal.answer.FailureKind.SERVER_ERROR;
import static com.gloebit.reactive.internal.answer.FailureKind.UNREACHABLE;
import static com.gloebit.reactive.internal.answer.FailureKind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.answer.FailureKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of what may be sent again, written out a second time, so that it does not change by accident. Which endpoint has
 * which repeat-safety stands in its entry, in {@code EndpointEntries}.
 */
class RepeatSafetyTest {
    private static final Map<RepeatSafety, Set<FailureKind>> SENT_AGAIN = Map.of(
            RepeatSafety.ALWAYS,
            EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED, LOST, SERVER_ERROR, UNREADABLE),
            RepeatSafety.BY_KEY,
            EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED, LOST, SERVER_ERROR, UNREADABLE, OPEN),
            RepeatSafety.CODE,
            EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED, SERVER_ERROR),
            RepeatSafety.NEVER_IF_DONE,
            EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED));

    @ParameterizedTest
    @EnumSource
    void aRequestIsSentAgainAfterTheFailuresOfItsRepeatSafety(RepeatSafety safety) {
        assertThat(Arrays.stream(FailureKind.values()).filter(safety::repeatsAfter))
                .containsExactlyInAnyOrderElementsOf(SENT_AGAIN.get(safety));
    }
}
