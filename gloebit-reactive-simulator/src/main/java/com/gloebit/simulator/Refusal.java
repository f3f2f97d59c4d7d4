package com.gloebit.simulator;

/** A request that keeps to the contract and is refused: {@code success} false in the envelope. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    Answer answer() {
        return Answer.refused(String.valueOf(getMessage()));
    }
}
