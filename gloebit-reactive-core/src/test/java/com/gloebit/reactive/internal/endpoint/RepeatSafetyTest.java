package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.endpoint.FailureKind.BLOCKED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.DECLINED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.LOST;
import static com.gloebit.reactive.internal.endpoint.FailureKind.NOT_CONNECTED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.OPEN;
import static com.gloebit.reactive.internal.endpoint.FailureKind.SERVER_ERROR;
import static com.gloebit.reactive.internal.endpoint.FailureKind.UNREACHABLE;
import static com.gloebit.reactive.internal.endpoint.FailureKind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of what may be sent again, written out a second time: whoever changes one has to mean it. */
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
    void isSentAgainAfter(RepeatSafety safety) {
        assertThat(Arrays.stream(FailureKind.values()).filter(safety::repeatsAfter))
                .containsExactlyInAnyOrderElementsOf(SENT_AGAIN.get(safety));
    }

    /** What the contract says of each endpoint, written out a second time. */
    @Test
    void everyRowHasTheSafetyThatTheContractGivesIt() throws IllegalAccessException {
        Map<RepeatSafety, Set<String>> rows = new EnumMap<>(RepeatSafety.class);
        for (Field field : Endpoints.class.getFields()) {
            Endpoint<?, ?> row = (Endpoint<?, ?>) field.get(null);
            rows.computeIfAbsent(row.repeatSafety(), safety -> new TreeSet<>()).add(row.name());
        }
        assertThat(rows).isEqualTo(RepeatSafetyContract.BY_SAFETY);
    }
}
