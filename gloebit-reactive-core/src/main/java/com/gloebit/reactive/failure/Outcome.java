package com.gloebit.reactive.failure;

/**
 * Whether an operation that failed may have happened all the same.
 *
 * <p>It speaks of the whole operation, over all attempts and resubscriptions: once one attempt was sent and no usable
 * answer came, the outcome is {@link #UNKNOWN} until an answer about the operation itself arrives. A later attempt that
 * is refused locally, by authentication or by HTTP status says nothing about the earlier one.
 */
public enum Outcome {
    /** It did not happen, and will not: doing it again cannot do it twice. */
    NOT_DONE,
    /** It may have happened, or may still happen. */
    UNKNOWN
}
