package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.internal.hold.JournalFinding.ANOTHER_PURCHASE;
import static com.gloebit.reactive.internal.hold.JournalFinding.ENACTED;
import static com.gloebit.reactive.internal.hold.JournalFinding.ENDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOTHING;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOT_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NO_VETO;
import static com.gloebit.reactive.internal.hold.JournalFinding.PERHAPS_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.PERHAPS_THIS_PURCHASE;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED_BEFORE;
import static com.gloebit.reactive.internal.hold.JournalFinding.UNREADABLE;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A purchase is recorded before its first byte is sent, and so is what it was answered. Reports what the journal says; what
 * follows from that for the caller is decided elsewhere.
 */
public final class PurchaseJournaling {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseJournaling.class);

    private final Journal journal;
    private final Application application;
    private final HoldUrls urls;

    PurchaseJournaling(Journal journal, Application application, HoldUrls urls) {
        this.journal = journal;
        this.application = application;
        this.urls = urls;
    }

    public HoldUrls urls() {
        return urls;
    }

    /**
     * Records a purchase. If it is there already, the journal's body is kept.
     *
     * @param purchase as it is to be sent if the journal has none of its id
     * @param match whether what the journal has is the same purchase
     * @param deadline after how long without an answer recovery may send it again
     * @return never fails
     */
    public Mono<JournaledPurchase> record(
            PendingPurchase purchase,
            Function<JournalEntry, PurchaseMatch> match,
            @Nullable String user,
            Duration deadline) {
        Duration unanswered = deadline.multipliedBy(2);
        return Mono.defer(() -> {
                    JournalEntry fresh =
                            TransactionStateMachine.submitted(purchase, user, application.now(), unanswered);
                    return journal.record(fresh)
                            .map(inserted -> JournaledPurchase.of(inserted ? RECORDED : RECORDED_BEFORE, purchase))
                            .onErrorResume(error -> withdraw(fresh, error)
                                    .thenReturn(new JournaledPurchase(NOT_RECORDED, purchase, error)));
                })
                .flatMap(recorded -> recorded.finding() == RECORDED_BEFORE
                        ? takeUp(purchase, match, unanswered)
                        : Mono.just(recorded))
                .onErrorResume(error -> Mono.just(new JournaledPurchase(PERHAPS_RECORDED, purchase, error)));
    }

    /**
     * The failed insert may still commit, and recovery would send it then. A REJECTED entry is written in its place; fails
     * if that is not confirmed.
     */
    private Mono<Void> withdraw(JournalEntry fresh, Throwable error) {
        JournalEntry never = TransactionStateMachine.neverSent(fresh.purchase(), fresh.user(), application.now());
        return journal.record(never)
                .onErrorResume(unwritten -> reject(fresh, unwritten instanceof TimeoutException ? unwritten : error)
                        .thenReturn(true))
                .flatMap(inserted -> inserted ? Mono.empty() : reject(fresh, error));
    }

    private Mono<Void> reject(JournalEntry fresh, Throwable error) {
        return journal.update(
                        fresh.id(),
                        present -> present.equals(fresh)
                                ? TransactionStateMachine.answered(
                                        present, TransactionState.REJECTED, application.now())
                                : null)
                .switchIfEmpty(error instanceof TimeoutException ? Mono.error(error) : Mono.empty())
                .filter(present -> !isVetoed(present))
                .flatMap(present -> Mono.error(new IllegalStateException("another has recorded it")));
    }

    /** A purchase that was rejected before is submitted anew: its veto is lifted. */
    private Mono<JournaledPurchase> takeUp(
            PendingPurchase purchase, Function<JournalEntry, PurchaseMatch> match, Duration unanswered) {
        AtomicBoolean lifted = new AtomicBoolean();
        return journal.update(purchase.transactionId(), kept -> {
                    boolean rejected =
                            kept.state() == TransactionState.REJECTED && match.apply(kept) == PurchaseMatch.SAME;
                    lifted.set(rejected);
                    return rejected ? TransactionStateMachine.resubmitted(kept, application.now(), unanswered) : null;
                })
                .single()
                .map(kept -> found(kept, match.apply(kept), purchase, lifted.get()));
    }

    private static JournaledPurchase found(
            JournalEntry kept, PurchaseMatch match, PendingPurchase purchase, boolean lifted) {
        return switch (match) {
            case SAME -> JournaledPurchase.of(lifted ? RECORDED : stateOf(kept), kept.purchase());
            case PERHAPS -> JournaledPurchase.of(isVetoed(kept) ? ANOTHER_PURCHASE : PERHAPS_THIS_PURCHASE, purchase);
            case OTHER -> JournaledPurchase.of(ANOTHER_PURCHASE, purchase);
        };
    }

    private static JournalFinding stateOf(JournalEntry kept) {
        if (isVetoed(kept)) {
            return ENDED;
        }
        if (kept.state() == TransactionState.CANCELLED) {
            return PERHAPS_THIS_PURCHASE;
        }
        return kept.state() == TransactionState.ENACTED || kept.state() == TransactionState.CONSUMED
                ? ENACTED
                : RECORDED_BEFORE;
    }

    /** For recovery, which lifts no veto: empty if the purchase was answered meanwhile. */
    public Mono<JournaledPurchase> findUnanswered(TransactionId id) {
        return journal.find(id)
                .filter(kept -> kept.state() == TransactionState.SUBMITTED || kept.state() == TransactionState.IN_DOUBT)
                .map(kept -> JournaledPurchase.of(RECORDED_BEFORE, kept.purchase()));
    }

    /**
     * What the journal has of a purchase that cannot be encoded, for its payer's name cannot be looked up.
     *
     * @param nameless the purchase with an empty name
     * @return never fails
     */
    public Mono<JournaledPurchase> find(PendingPurchase nameless, Function<JournalEntry, PurchaseMatch> match) {
        return journal.find(nameless.transactionId())
                .map(kept -> found(kept, match.apply(kept), nameless, false))
                .defaultIfEmpty(JournaledPurchase.of(NOTHING, nameless))
                .onErrorResume(unread -> Mono.just(new JournaledPurchase(UNREADABLE, nameless, unread)));
    }

    /** Whether an enact that comes is refused, and Gloebit has not said that it was paid all the same. */
    private static boolean isVetoed(JournalEntry entry) {
        return entry.contradiction() == null
                && (entry.state().isVetoed() || entry.state() == TransactionState.CANCELLED);
    }

    /**
     * Writes down how a purchase ended. A veto that was written and not confirmed is found at a second look.
     *
     * @return whether an enact will be refused; never fails
     */
    public Mono<JournalFinding> note(TransactionId id, TransactionState ended) {
        return journal.update(id, entry -> TransactionStateMachine.answered(entry, ended, application.now()))
                .doOnError(error -> LOG.warn(
                        "{} could not be noted of {}: {}",
                        ended,
                        id,
                        error.getClass().getName()))
                .retry(ended == TransactionState.REJECTED ? 1 : 0)
                .map(entry -> isVetoed(entry) ? VETO : NO_VETO)
                // The enact of a transaction that the journal does not know is refused.
                .defaultIfEmpty(VETO)
                .onErrorReturn(NO_VETO);
    }
}
