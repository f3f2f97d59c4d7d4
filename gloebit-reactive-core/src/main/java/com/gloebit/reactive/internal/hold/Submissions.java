package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.failure.BlockedBy.JOURNAL;
import static com.gloebit.reactive.failure.BlockedBy.TRANSACTION_ID;

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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
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
     * @param isEnacted whether the application has agreed to it, and Gloebit not taken it back
     */
    public record Recorded(PendingPurchase purchase, boolean inDoubt, boolean isEnacted) {
        public Recorded(PendingPurchase purchase, boolean inDoubt) {
            this(purchase, inDoubt, false);
        }
    }

    /**
     * Records a purchase. One that is there already keeps its body; another purchase under the same id is refused.
     *
     * @param purchase as it is to be sent if the journal has none of its id
     * @param sameness whether what the journal has is the same purchase
     * @param deadline after how long without an answer recovery may send it again
     */
    public Mono<Recorded> record(
            PendingPurchase purchase,
            Function<JournalEntry, Sameness> sameness,
            @Nullable String user,
            Duration deadline,
            String endpoint) {
        Duration unanswered = deadline.multipliedBy(2);
        return Mono.defer(() -> {
                    JournalEntry fresh = Transitions.submitted(purchase, user, application.now(), unanswered);
                    return journal.record(fresh)
                            .onErrorResume(error ->
                                    withdrawn(fresh, error).then(Mono.error(blocked(JOURNAL, endpoint, error))));
                })
                .flatMap(inserted -> inserted
                        ? Mono.just(new Recorded(purchase, false))
                        : takenUp(purchase.transactionId(), sameness, unanswered, endpoint))
                .onErrorMap(error -> error instanceof GloebitException
                        ? error
                        : new TransactionInDoubtException(purchase, blocked(JOURNAL, endpoint, error)));
    }

    /**
     * It may be in the journal all the same, or get there later, and recovery would send it: fails unless that is out of
     * the question. An entry that says no takes its place, or the place that it would have.
     */
    private Mono<Void> withdrawn(JournalEntry fresh, Throwable error) {
        JournalEntry never = Transitions.neverSent(fresh.purchase(), fresh.user(), application.now());
        return journal.record(never)
                .onErrorResume(unwritten -> rejected(fresh, unwritten instanceof TimeoutException ? unwritten : error)
                        .thenReturn(true))
                .flatMap(inserted -> inserted ? Mono.empty() : rejected(fresh, error));
    }

    private Mono<Void> rejected(JournalEntry fresh, Throwable error) {
        return journal.update(
                        fresh.id(),
                        present -> present.equals(fresh)
                                ? Transitions.answered(present, TransactionState.REJECTED, application.now())
                                : null)
                .switchIfEmpty(error instanceof TimeoutException ? Mono.error(error) : Mono.empty())
                .filter(present -> !isCertainlyNotPaid(present))
                .flatMap(present -> Mono.error(new IllegalStateException("another has recorded it")));
    }

    private Mono<Recorded> takenUp(
            TransactionId id, Function<JournalEntry, Sameness> sameness, Duration unanswered, String endpoint) {
        AtomicBoolean inDoubt = new AtomicBoolean();
        return journal.update(id, kept -> {
                    boolean rejected =
                            kept.state() == TransactionState.REJECTED && sameness.apply(kept) == Sameness.SAME;
                    inDoubt.set(!rejected);
                    return rejected ? Transitions.resubmitted(kept, application.now(), unanswered) : null;
                })
                .single()
                .flatMap(kept -> {
                    Sameness found = sameness.apply(kept);
                    if (found != Sameness.SAME) {
                        return Mono.error(taken(kept, found, endpoint, null));
                    }
                    return isCertainlyNotPaid(kept)
                            ? Mono.error(
                                    new TransactionCancelledException(FailureDetails.beforeSending(endpoint), null))
                            : Mono.just(new Recorded(kept.purchase(), inDoubt.get(), isEnacted(kept)));
                });
    }

    /** Whoever may mean the purchase that the journal has is not told that it did not happen. */
    private static CallBlockedException taken(
            JournalEntry kept, Sameness found, String endpoint, @Nullable Throwable cause) {
        boolean mayBePaid = found != Sameness.OTHER && !isCertainlyNotPaid(kept);
        return new CallBlockedException(
                TRANSACTION_ID, mayBePaid ? unknown(endpoint) : FailureDetails.beforeSending(endpoint), cause);
    }

    private static boolean isEnacted(JournalEntry entry) {
        return entry.state() == TransactionState.ENACTED || entry.state() == TransactionState.CONSUMED;
    }

    /** For recovery, which lifts no veto: empty if the purchase was answered meanwhile. */
    public Mono<Recorded> unanswered(TransactionId id) {
        return journal.find(id)
                .filter(kept -> kept.state() == TransactionState.SUBMITTED || kept.state() == TransactionState.IN_DOUBT)
                .map(kept -> new Recorded(kept.purchase(), true));
    }

    /**
     * What the journal has of a purchase whose payer's name could not be found out. Empty if it did not happen; fails if
     * it may have, and nobody knows whether that was this one.
     */
    public Mono<PendingPurchase> nameless(
            TransactionId id, Function<JournalEntry, Sameness> sameness, String endpoint, GloebitException failure) {
        return journal.find(id)
                .onErrorMap(unread -> new CallBlockedException(JOURNAL, unknown(endpoint), unread))
                .flatMap(kept -> {
                    Sameness found = sameness.apply(kept);
                    if (found == Sameness.SAME) {
                        return Mono.just(kept.purchase());
                    }
                    CallBlockedException taken = taken(kept, found, endpoint, failure);
                    return taken.outcome() == Outcome.UNKNOWN ? Mono.error(taken) : Mono.empty();
                });
    }

    private static FailureDetails unknown(String endpoint) {
        return new FailureDetails(endpoint, Outcome.UNKNOWN, 0, null, null, null);
    }

    private static boolean isCertainlyNotPaid(JournalEntry entry) {
        return entry.state().isVetoed() || entry.state() == TransactionState.CANCELLED;
    }

    private static GloebitException blocked(BlockedBy by, String endpoint, @Nullable Throwable cause) {
        return new CallBlockedException(by, FailureDetails.beforeSending(endpoint), cause);
    }

    /**
     * The call, and a note of how it ended. That nothing happened is said only if the journal is of the same opinion:
     * another may have got the purchase accepted, or enacted. A call that is cancelled stays unanswered: recovery
     * sends it again. What was enacted is not sent at all: a Gloebit that has
     * forgotten the id would charge for it again.
     */
    public Mono<Receipt> answered(Recorded recorded, Mono<Receipt> call) {
        PendingPurchase purchase = recorded.purchase();
        TransactionId id = purchase.transactionId();
        if (recorded.isEnacted()) {
            return Mono.just(new Receipt(id, ReceiptState.HELD, null, null, null, null));
        }
        return call.onErrorResume(
                        GloebitException.class,
                        // What was written and not confirmed is found at the second time.
                        failure -> note(id, after(failure))
                                .retry(failure.outcome() == Outcome.UNKNOWN ? 0 : 1)
                                .map(Submissions::isCertainlyNotPaid)
                                .onErrorReturn(false)
                                .defaultIfEmpty(true)
                                .flatMap(certain -> Mono.error(
                                        certain || failure.outcome() == Outcome.UNKNOWN
                                                ? failure
                                                : new TransactionInDoubtException(purchase, failure))))
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
