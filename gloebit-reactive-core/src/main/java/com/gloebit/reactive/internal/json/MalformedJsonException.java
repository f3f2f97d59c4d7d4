package com.gloebit.reactive.internal.json;

/**
 * Signals bytes that are not the expected JSON. The message is ours, never the parser's: the parser quotes its input,
 * which may contain a token.
 */
public final class MalformedJsonException extends RuntimeException {
    public MalformedJsonException(String what) {
        super(what, null, false, false);
    }
}
