package com.gloebit.reactive.internal.subject;

import static com.gloebit.reactive.transaction.TransactionFailure.INSUFFICIENT_FUNDS;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYEE_CANNOT_RECEIVE;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYEE_UNIDENTIFIED;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYER_LOCKED;
import static com.gloebit.reactive.transaction.TransactionFailure.REQUEST_REFUSED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_DECLINED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_ID_MISSING;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_NOT_AUTHORIZED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_NOT_FOUND;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_PENDING;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.Envelope;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionFailure;

/** Reads the answer to a purchase, according to the table in docs/wire-contract.md. */
public final class TransactAnswer {
    private TransactAnswer() {}

    public static Receipt read(PendingPurchase purchase, Answer answer) {
        JsonObject body = answer.object();
        if (!body.flag("success")) {
            throw refusal(body);
        }
        return receipt(purchase, body);
    }

    /**
     * Creates the receipt. An optional member that cannot be read is left out, because it does not put the acceptance
     * in doubt. The id is required: without it, the answer to any other successful call would pass as an acceptance.
     */
    private static Receipt receipt(PendingPurchase purchase, JsonObject body) {
        if (!purchase.transactionId().matches(body.text("id"))) {
            throw AttemptFailure.unreadable("the id is that of another transaction");
        }
        String reason = body.textOrNull("reason");
        return new Receipt(
                purchase.transactionId(),
                "success".equals(reason) ? ReceiptState.HELD : ReceiptState.QUEUED,
                body.decimalOrNull("balance"),
                body.wholeOrNull("product-count"),
                reason,
                body.textOrNull("status"));
    }

    private static AttemptFailure refusal(JsonObject body) {
        String reason = String.valueOf(body.optionalText("reason"));
        String status = status(body, reason);
        return switch (status) {
            case "queued" ->
                reason.equals("insufficient balance")
                        ? rejected(FailureKind.TOO_FEW_GLOEBITS, INSUFFICIENT_FUNDS, body)
                        : unsettled(FailureKind.UNDECIDED, body);
            case "queuing-failed", "failed" -> unsettled(FailureKind.OPEN, body);
            default ->
                Envelope.refusesToken(reason)
                        ? AttemptFailure.refusal(FailureKind.REFUSED, body, AccessTokenInvalidException::new)
                        : rejected(FailureKind.REFUSED, validation(status, reason), body);
        };
    }

    /**
     * Returns the status. {@code /transact} may leave it out, so it is then derived from the reason; a queued purchase
     * must not be taken for a refused one.
     */
    private static String status(JsonObject body, String reason) {
        String status = body.optionalText("status");
        if (status != null) {
            return status;
        }
        return switch (reason) {
            case "pending", "canceled", "insufficient balance" -> "queued";
            case "transaction already created" -> "failed";
            default -> "none";
        };
    }

    private static TransactionFailure validation(String status, String reason) {
        return switch (status) {
            case "cannot-spend" -> PAYER_LOCKED;
            case "cannot-receive" -> PAYEE_CANNOT_RECEIVE;
            case "unknown-merchant" -> PAYEE_UNIDENTIFIED;
            case "unknown-subscription" -> SUBSCRIPTION_NOT_FOUND;
            case "unknown-subscription-authorization" -> SUBSCRIPTION_NOT_AUTHORIZED;
            case "subscription-authorization-pending" -> SUBSCRIPTION_PENDING;
            case "subscription-authorization-declined" -> SUBSCRIPTION_DECLINED;
            default -> validation(reason);
        };
    }

    private static TransactionFailure validation(String reason) {
        if (reason.contains("seller-email-address or seller-id-from-gloebit")) {
            return PAYEE_UNIDENTIFIED;
        }
        return reason.equals("Transaction with automated-transaction=True is missing subscription-id")
                ? SUBSCRIPTION_ID_MISSING
                : REQUEST_REFUSED;
    }

    private static AttemptFailure rejected(FailureKind kind, TransactionFailure failure, JsonObject body) {
        return AttemptFailure.refusal(
                kind, body, (details, cause) -> new TransactionRejectedException(failure, details, cause));
    }

    private static AttemptFailure unsettled(FailureKind kind, JsonObject body) {
        return AttemptFailure.refusal(kind, body, RequestRefusedException::new);
    }
}
