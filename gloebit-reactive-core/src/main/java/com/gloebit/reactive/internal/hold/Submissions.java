package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.Application;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A purchase is recorded before its first byte is sent, and so is what it was answered. */
public final class Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private final Journal journal;
    private final Application application;
    private final HoldUrls urls;

    Submissions(Journal journal, Application application, HoldUrls urls) {
        this.journal = journal;
        this.application = application;
        this.urls = urls;
    }

    public HoldUrls urls() {
        return urls;
    }

    /**
     * A purchase that is in the journal.
     *
     * @param purchase what to send
     * @param inDoubt whether it may have been sent before
     */
    public record Recorded(PendingPurchase purchase, boolean inDoubt) {}

    /**
     * Records a purchase. One that is there already keeps its body; a second body under one id is refused.
     *
     * @param encode the purchase as it would be at a time: that of the record, if there is one
     * @param deadline after how long without an answer recovery may send it again
     */
    public Mono<Recorded> record(
            TransactionId id,
            Function<Instant, PendingPurchase> encode,
            @Nullable String user,
            Duration deadline,
            String endpoint) {
        Instant now = application.now();
        Duration unanswered = deadline.multipliedBy(2);
        return Mono.defer(() -> {
                    JournalEntry fresh = Transitions.submitted(encode.apply(now), user, now, unanswered);
                    return journal.entries()
                            .record(fresh)
                            .flatMap(inserted -> inserted
                                    ? Mono.just(new Recorded(fresh.purchase(), false))
                                    : journal.entries()
                                            .find(id)
                                            .flatMap(kept -> again(kept, encode, unanswered, endpoint)));
                })
                .onErrorMap(error ->
                        error instanceof GloebitException ? error : blocked(BlockedBy.JOURNAL, endpoint, error));
    }

    private Mono<Recorded> again(
            JournalEntry kept, Function<Instant, PendingPurchase> encode, Duration unanswered, String endpoint) {
        if (!kept.purchase().equals(encode.apply(kept.recorded()))) {
            return Mono.error(blocked(BlockedBy.TRANSACTION_ID, endpoint, null));
        }
        if (kept.state() == TransactionState.CANCELLED || kept.state() == TransactionState.ABANDONED) {
            return Mono.error(new TransactionCancelledException(FailureDetails.beforeSending(endpoint), null));
        }
        Recorded recorded = new Recorded(kept.purchase(), kept.state() != TransactionState.REJECTED);
        return journal.update(kept.id(), entry -> Transitions.resubmitted(entry, application.now(), unanswered))
                .thenReturn(recorded);
    }

    private static GloebitException blocked(BlockedBy by, String endpoint, @Nullable Throwable cause) {
        return new CallBlockedException(by, FailureDetails.beforeSending(endpoint), cause);
    }

    /** The call, and a note of how it ended. A call that is cancelled stays unanswered: recovery sends it again. */
    public Mono<Receipt> answered(PendingPurchase purchase, Mono<Receipt> call) {
        TransactionId id = purchase.transactionId();
        return call.onErrorResume(
                        GloebitException.class,
                        failure -> note(id, after(failure))
                                .onErrorMap(unwritten -> failure.outcome() == Outcome.UNKNOWN
                                        ? failure
                                        : new TransactionInDoubtException(purchase, failure))
                                .then(Mono.error(failure)))
                .flatMap(receipt -> note(id, after(receipt))
                        .onErrorResume(unwritten -> Mono.empty())
                        .thenReturn(receipt));
    }

    private static TransactionState after(GloebitException failure) {
        return failure.outcome() == Outcome.UNKNOWN ? TransactionState.IN_DOUBT : TransactionState.REJECTED;
    }

    private static TransactionState after(Receipt receipt) {
        return receipt.state() == ReceiptState.HELD ? TransactionState.HELD : TransactionState.QUEUED;
    }

    private Mono<JournalEntry> note(TransactionId id, TransactionState answer) {
        return journal.update(id, entry -> Transitions.answered(entry, answer, application.now()))
                .doOnError(error -> LOG.warn(
                        "{} could not be noted of {}: {}",
                        answer,
                        id,
                        error.getClass().getName()));
    }
}
