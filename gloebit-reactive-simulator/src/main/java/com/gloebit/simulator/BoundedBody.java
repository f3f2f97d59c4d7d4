package com.gloebit.simulator;

import java.io.ByteArrayOutputStream;

/** A body while it comes in. */
final class BoundedBody {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    BoundedBody(int limit) {
        this.limit = limit;
    }

    void append(byte[] part) {
        if (bytes.size() + part.length > limit) {
            throw new ContractViolation("the body has more than " + limit + " bytes");
        }
        bytes.writeBytes(part);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
