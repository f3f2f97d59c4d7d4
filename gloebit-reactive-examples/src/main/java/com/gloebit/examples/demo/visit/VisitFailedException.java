package com.gloebit.examples.demo.visit;

/** The visit to a service came to nothing. The message says why, in words for whoever runs it. */
public final class VisitFailedException extends RuntimeException {
    VisitFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    VisitFailedException(String message) {
        super(message);
    }
}
