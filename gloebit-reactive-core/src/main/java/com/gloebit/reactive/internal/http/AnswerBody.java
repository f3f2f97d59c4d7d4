package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.endpoint.AttemptFailure;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.function.Supplier;

/** Collects an answer's body, and refuses it as soon as it passes the limit. */
final class AnswerBody {
    private static final int FIRST_SIZE = 512;

    private final int limit;
    private final Supplier<AttemptFailure> tooLarge;
    private byte[] bytes = {};
    private int length;

    AnswerBody(int limit, Supplier<AttemptFailure> tooLarge) {
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    /** Copies: the buffer is the connection's and released after this. */
    void add(ByteBuf buffer) {
        int more = buffer.readableBytes();
        if (more > limit - length) {
            throw tooLarge.get();
        }
        if (length + more > bytes.length) {
            int roomy = Math.max(length + more, Math.max(FIRST_SIZE, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, Math.min(limit, roomy));
        }
        buffer.readBytes(bytes, length, more);
        length += more;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
