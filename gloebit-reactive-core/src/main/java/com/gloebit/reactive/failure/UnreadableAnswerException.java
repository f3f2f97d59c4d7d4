package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * An answer with status 200 violates the endpoint's contract: it is too large, nested too deeply, truncated or not a
 * JSON object, or a member has the wrong type. For a change, the outcome is {@code UNKNOWN}.
 */
public final class UnreadableAnswerException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param what the defect of the answer, without quotations from it
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public UnreadableAnswerException(String what, FailureDetails details, @Nullable Throwable cause) {
        super("The answer cannot be read (" + what + ")", details, cause);
    }
}
