package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** An answer as it is collected from the network, piece by piece, and never more of it than the limit. */
public final class CollectedAnswer {
    private CollectedAnswer() {}

    public static Answer of(int status, byte[] bytes, int piece, int limit) {
        AnswerBody body = new AnswerBody(limit, () -> AttemptFailure.tooLarge(status, null, limit));
        for (int begin = 0; begin < bytes.length; begin += piece) {
            ByteBuf buffer = Unpooled.wrappedBuffer(bytes, begin, Math.min(piece, bytes.length - begin));
            try {
                body.add(buffer);
            } finally {
                buffer.release();
                assertThat(body.bytes().length).as("bytes held").isLessThanOrEqualTo(limit);
            }
        }
        return new Answer(status, null, body.bytes(), body.length());
    }
}
