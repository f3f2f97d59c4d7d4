package com.gloebit.reactive.internal.json;

/**
 * Bytes that are not the JSON they should be. The message is ours and never the parser's: a parser's quotes what it
 * stumbled over, and that may be a token.
 */
public final class MalformedJsonException extends RuntimeException {
    public MalformedJsonException(String what) {
        super(what, null, false, false);
    }
}
