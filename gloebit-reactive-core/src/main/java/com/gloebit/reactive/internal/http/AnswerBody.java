package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.endpoint.AttemptFailure;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Collects an answer's body, and refuses it as soon as it passes the limit. */
final class AnswerBody {
    private static final int FIRST_SIZE = 512;

    private final int status;
    private final int limit;
    private byte[] bytes = {};
    private int length;

    AnswerBody(int status, int limit) {
        this.status = status;
        this.limit = limit;
    }

    static AttemptFailure tooLarge(int status, int limit) {
        return AttemptFailure.unreadable("it is larger than " + limit + " bytes", status);
    }

    /** Copies: the buffer is the connection's and released after this. */
    void add(ByteBuf buffer) {
        int more = buffer.readableBytes();
        if (more > limit - length) {
            throw tooLarge(status, limit);
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.max(FIRST_SIZE, bytes.length * 2)));
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
