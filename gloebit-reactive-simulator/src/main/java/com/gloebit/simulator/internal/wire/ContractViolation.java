package com.gloebit.simulator.internal.wire;

/** A request violates the contract. The message names members and paths, never values. */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractViolation(String text) {
        super(text, null, false, false);
    }
}
