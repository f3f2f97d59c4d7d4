package com.gloebit.examples.demo;

/** The command line cannot be followed. The message says what was given and what is allowed. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
