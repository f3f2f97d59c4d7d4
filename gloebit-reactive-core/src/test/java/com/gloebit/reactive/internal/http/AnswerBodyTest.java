package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of an answer is held. */
class AnswerBodyTest {
    private static final int LIMIT = 1500;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 511, 512, 513, 1000, 1499, LIMIT})
    void aBodyAsLongAsTheLimitIsReadWhole(int piece) {
        byte[] sent = bytes(LIMIT);

        Answer answer = CollectedAnswer.of(200, sent, piece, LIMIT);

        assertThat(Arrays.copyOf(answer.body(), answer.length())).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 512, LIMIT, LIMIT + 1})
    void aBodyBeyondTheLimitFails(int piece) {
        AttemptFailure failure = catchThrowableOfType(
                AttemptFailure.class, () -> CollectedAnswer.of(200, bytes(LIMIT + 1), piece, LIMIT));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
