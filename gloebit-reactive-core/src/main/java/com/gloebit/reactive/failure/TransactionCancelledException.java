package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * Gloebit rolled a transaction back, or the transaction is abandoned. The application abandons it with {@code
 * Holds.abandon} or by rejecting an enact; the client abandons it after {@code enactFailures} failed enacts.
 *
 * <table>
 * <caption>Outcomes</caption>
 * <tr><th>Outcome</th><th>Thrown by</th><th>Meaning</th><th>Remedy</th></tr>
 * <tr><td>{@code NOT_DONE}</td><td>{@code Holds.settlement}; with holds also {@code AuthorizedUser.purchase} and {@code
 *     resend}</td><td>Not charged. The gloebits of an abandoned transaction may stay held until Gloebit rolls it
 *     back</td><td>Buy under a new id</td></tr>
 * <tr><td>{@code UNKNOWN}</td><td>{@code Holds.settlement}</td><td>Gloebit sent a consume after the
 *     cancel</td><td>Contact Gloebit's support, and do not buy under a new id</td></tr>
 * </table>
 *
 * <p>If Gloebit sends a consume for an abandoned transaction nevertheless, the transaction counts as paid: the consume
 * effect runs, and a later {@code Holds.settlement} completes.
 */
public final class TransactionCancelledException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause null
     */
    public TransactionCancelledException(FailureDetails details, @Nullable Throwable cause) {
        super("Transaction cancelled", details, cause);
    }
}
