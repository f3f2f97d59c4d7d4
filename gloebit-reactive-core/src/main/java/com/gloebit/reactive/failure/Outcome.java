package com.gloebit.reactive.failure;

/**
 * Whether a failed operation may have happened nevertheless.
 *
 * <p>The outcome covers the whole operation: all attempts and all resubscriptions. For a purchase, it covers all
 * purchases of this client under the same transaction id.
 *
 * <p>A request that was sent and got no usable answer may be carried out at any later time. A refusal of a later
 * request therefore does not change {@link #UNKNOWN} to {@link #NOT_DONE}. {@code AuthorizedUser.resend} documents the
 * exceptions for purchases.
 *
 * <p>Requests of another process are covered only if both processes share a journal. After a restart, send a stored
 * purchase by {@code AuthorizedUser.resend}.
 */
public enum Outcome {
    /**
     * The operation did not happen, and no request that this client has sent can still make it happen. {@code
     * TransactionRejectedException} documents the one case in which a risk remains. With holds, it relies on Gloebit to
     * honour the client's answer to an enact.
     */
    NOT_DONE,
    /** The operation may have happened, or may still happen. */
    UNKNOWN
}
