package com.gloebit.simulator.internal.wire;

/** A request that keeps to the contract and is refused: {@code success} false in the envelope. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason, null, false, false);
    }

    public Answer answer() {
        return Answer.refused(String.valueOf(getMessage()));
    }
}
