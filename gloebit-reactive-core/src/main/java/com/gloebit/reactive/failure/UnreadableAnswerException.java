package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * An answer with status 200 that is not what the endpoint promises: too large, too deep, truncated, no JSON object, or
 * with a member of the wrong kind. For a change, the outcome is {@code UNKNOWN}.
 */
public final class UnreadableAnswerException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param what what is wrong with the answer, in our words, never the answer's
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public UnreadableAnswerException(String what, FailureDetails details, @Nullable Throwable cause) {
        super("The answer cannot be read (" + what + ")", details, cause);
    }
}
