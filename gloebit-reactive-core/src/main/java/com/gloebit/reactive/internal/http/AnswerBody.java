package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.answer.AttemptFailure;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.function.Supplier;

/** Collects the body of an answer, and rejects it as soon as it exceeds the limit. */
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

    /** Copies the buffer, which belongs to the connection and is released afterwards. */
    void add(ByteBuf buffer) {
        int added = buffer.readableBytes();
        if (added > limit - length) {
            throw tooLarge.get();
        }
        if (length + added > bytes.length) {
            int capacity = Math.max(length + added, Math.max(FIRST_SIZE, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, Math.min(limit, capacity));
        }
        buffer.readBytes(bytes, length, added);
        length += added;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
