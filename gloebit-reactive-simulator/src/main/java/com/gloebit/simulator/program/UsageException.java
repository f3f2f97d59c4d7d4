package com.gloebit.simulator.program;

/** The command line cannot be followed. The message says what was given and what is allowed. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
