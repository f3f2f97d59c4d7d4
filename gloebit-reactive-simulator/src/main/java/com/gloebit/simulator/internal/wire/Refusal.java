package com.gloebit.simulator.internal.wire;

/** The refusal of a request that conforms to the contract: {@code success} is false in the answer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason, null, false, false);
    }

    public Answer answer() {
        return Answer.refused(String.valueOf(getMessage()));
    }
}
