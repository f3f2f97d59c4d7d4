package com.gloebit.simulator;

/** A client departed from the contract. The message names members and paths, never values. */
final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContractViolation(String what) {
        super(what, null, false, false);
    }
}
