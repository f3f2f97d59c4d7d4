package com.gloebit.reactive.failure;

/**
 * Whether an operation that failed may have happened all the same.
 *
 * <p>It speaks of the whole operation, over all attempts and resubscriptions, and of a purchase over all purchases of this
 * client under its transaction id. A request that was sent and got no usable answer may be carried out later, however late.
 * So no refusal of a later request lowers {@link #UNKNOWN}: not locally, not by authentication, by validation or by HTTP
 * status, and not by {@code insufficient balance}. What another process sent is out of sight, unless both share a journal:
 * after a restart, send a stored purchase by {@code AuthorizedUser.resend}.
 */
public enum Outcome {
    /** It did not happen, and will not: doing it again cannot do it twice. */
    NOT_DONE,
    /** It may have happened, or may still happen. */
    UNKNOWN
}
