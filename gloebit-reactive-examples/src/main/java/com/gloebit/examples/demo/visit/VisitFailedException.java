package com.gloebit.examples.demo.visit;

/** The visit to a service failed. The message states the reason for the person at the terminal. */
public final class VisitFailedException extends RuntimeException {
    VisitFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    VisitFailedException(String message) {
        super(message);
    }
}
