package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.RejectionStage;
import com.gloebit.reactive.transaction.TransactionFailure;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit rejected a purchase. {@link #failure()} is the reason, {@link #stage()} the stage. The purchase is not
 * retried.
 *
 * <p>The outcome is {@code NOT_DONE}, unless this exception is the cause of a {@code TransactionInDoubtException}. The
 * outcome is then {@code UNKNOWN}, for one of these reasons:
 *
 * <ul>
 * <li>An earlier request under the transaction id got no usable answer and may still be carried out. The rejection
 *     applies to the later request only.
 * <li>An earlier purchase under the transaction id was accepted.
 * <li>The journal did not confirm the rejection.
 * </ul>
 *
 * <p>For {@code INSUFFICIENT_FUNDS}, the certainty of {@code NOT_DONE} depends on holds:
 *
 * <table>
 * <caption>Certainty of NOT_DONE after INSUFFICIENT_FUNDS</caption>
 * <tr><th>Holds</th><th>Situation</th><th>Certainty</th></tr>
 * <tr><td>yes</td><td>any</td><td>certain: the client answers a later enact with no</td></tr>
 * <tr><td>no</td><td>the first request is rejected</td><td>a risk remains: the transaction was queued, and Gloebit does
 *     not document whether it can succeed after a top-up</td></tr>
 * <tr><td>no</td><td>the rejection ends a doubt after {@code lateRequestLimit}</td><td>the same risk remains</td></tr>
 * </table>
 *
 * <p>Which id to buy under after the cause is removed:
 *
 * <table>
 * <caption>Transaction ids after a rejection</caption>
 * <tr><th>Purchase</th><th>Id</th></tr>
 * <tr><td>the same, as after a top-up</td><td>the <em>same</em> id</td></tr>
 * <tr><td>changed</td><td>a new id. Under the same id, a client with holds blocks it ({@code
 *     BlockedBy.TRANSACTION_ID}); without holds it is sent, and Gloebit does not document the result. After {@code
 *     INSUFFICIENT_FUNDS} without holds, the risk of the rejected purchase remains</td></tr>
 * </table>
 */
public final class TransactionRejectedException extends GloebitException {
    private final TransactionFailure failure;

    /**
     * Created by the client; public for tests of applications.
     *
     * @param failure the reason of the rejection, which also determines the stage
     * @param details the details of the failure, including the transaction id
     * @param cause the failure that caused this one, or null
     */
    public TransactionRejectedException(TransactionFailure failure, FailureDetails details, @Nullable Throwable cause) {
        super("Purchase rejected (" + failure + " at " + failure.stage() + ")", details, cause);
        this.failure = failure;
    }

    /**
     * The stage at which Gloebit rejected the purchase.
     *
     * @return never null
     */
    public RejectionStage stage() {
        return failure.stage();
    }

    /**
     * The reason of the rejection.
     *
     * @return never null; {@code REQUEST_REFUSED} for a text that is not documented, which {@link #details()} then
     *     contains
     */
    public TransactionFailure failure() {
        return failure;
    }
}
