package com.gloebit.examples.demo;

/** The service's books contradict what the client was told. */
final class BooksDoNotAddUpException extends RuntimeException {
    BooksDoNotAddUpException(String message) {
        super(message);
    }
}
