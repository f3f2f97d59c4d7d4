package com.gloebit.reactive.internal.endpoint;

/** The HTTP methods that the API uses. */
public enum Verb {
    GET,
    POST,
    PUT
}
