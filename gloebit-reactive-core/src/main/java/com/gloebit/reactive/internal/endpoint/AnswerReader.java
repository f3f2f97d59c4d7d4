package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.internal.json.MalformedJsonException;

/**
 * Reads an endpoint's answer: the value, or an {@link AttemptFailure}.
 *
 * @param <A> what was asked
 * @param <R> what is answered
 */
@FunctionalInterface
public interface AnswerReader<A, R> {
    /**
     * The value of an answer.
     *
     * @throws AttemptFailure if it is no success
     * @throws MalformedJsonException if a member is not what it should be
     */
    R read(A argument, Answer answer);
}
