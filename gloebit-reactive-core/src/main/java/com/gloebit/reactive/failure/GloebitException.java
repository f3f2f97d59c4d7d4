package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * An operation that did not succeed. {@link #outcome()} says whether it may have happened all the same.
 *
 * <p>No message holds a token, a secret, a code, user data or a server's free text.
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
                TransactionNotHeldException,
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
     * Whether the operation may have happened, over all attempts.
     *
     * @return never null; for a call that only reads, always {@code NOT_DONE}
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
     * All that is known of the failure.
     *
     * @return the endpoint, the attempts and, where there was one, what the answer said
     */
    public final FailureDetails details() {
        return details;
    }
}
