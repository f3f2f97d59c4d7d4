package com.gloebit.reactive.internal.endpoint;

/** The HTTP methods that the contract uses. */
public enum Verb {
    GET,
    POST,
    PUT
}
