package com.gloebit.examples.demo;

/** The visit to a service came to nothing. The message says why, in words for whoever runs it. */
final class VisitFailedException extends RuntimeException {
    VisitFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    VisitFailedException(String message) {
        super(message);
    }
}
