package com.gloebit.examples.demo.shop;

/** The service's books contradict what the client was told. */
public final class BooksDoNotAddUpException extends RuntimeException {
    public BooksDoNotAddUpException(String message) {
        super(message);
    }
}
