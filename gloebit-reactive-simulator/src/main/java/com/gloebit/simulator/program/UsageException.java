package com.gloebit.simulator.program;

/** Options that are right one by one do not go together. The message says what was given and what is allowed. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
