package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an operation. {@link #outcome()} tells whether the operation may have happened nevertheless.
 *
 * <p>No message contains a token, a secret, a code, user data or free text of the server.
 */
public abstract sealed class GloebitException extends RuntimeException
        permits AccessTokenInvalidException,
                AuthorizationFailedException,
                CallBlockedException,
                CrossSiteStateException,
                RequestRefusedException,
                ScopeMissingException,
                ServiceUnreachableException,
                TransactionCancelledException,
                TransactionInDoubtException,
                TransactionNotInJournalException,
                TransactionRejectedException,
                UnexpectedStatusException,
                UnreadableAnswerException,
                UsernameRequiredException,
                UserNotAuthorizedException {

    private final FailureDetails details;

    GloebitException(String what, FailureDetails details, @Nullable Throwable cause) {
        super(what + ": " + details, cause);
        this.details = details;
    }

    /**
     * Returns whether the operation may have happened, over all attempts.
     *
     * @return never null; always {@code NOT_DONE} for a call that only reads
     */
    public final Outcome outcome() {
        return details.outcome();
    }

    /**
     * The id of the purchase that failed.
     *
     * @return never null for a failure of a purchase, a settlement or an abandonment; null for other operations
     */
    public final @Nullable TransactionId transactionId() {
        return details.transactionId();
    }

    /**
     * The details of the failure.
     *
     * @return the endpoint, the attempts and, if there was an answer, its status and reason
     */
    public final FailureDetails details() {
        return details;
    }
}
