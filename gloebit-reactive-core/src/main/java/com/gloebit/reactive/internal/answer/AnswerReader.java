package com.gloebit.reactive.internal.answer;

import com.gloebit.reactive.internal.json.MalformedJsonException;

/**
 * Reads the answer of an endpoint.
 *
 * @param <A> the argument
 * @param <R> the result
 */
@FunctionalInterface
public interface AnswerReader<A, R> {
    /**
     * Returns the value of an answer.
     *
     * @throws AttemptFailure if the answer is not a success
     * @throws MalformedJsonException if a member is missing or of the wrong kind
     */
    R read(A argument, Answer answer);
}
