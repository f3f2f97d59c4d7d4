package com.gloebit.simulator.internal.wire;

import java.io.ByteArrayOutputStream;

/** Collects a body up to a limit. */
public final class BoundedBody {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public BoundedBody(int limit) {
        this.limit = limit;
    }

    public void append(byte[] part) {
        if (bytes.size() + part.length > limit) {
            throw new ContractViolation("the body has more than " + limit + " bytes");
        }
        bytes.writeBytes(part);
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
