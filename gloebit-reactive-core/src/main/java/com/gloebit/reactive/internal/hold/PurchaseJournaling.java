package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.internal.hold.JournalFinding.ANOTHER_PURCHASE;
import static com.gloebit.reactive.internal.hold.JournalFinding.CANCELLED_OR_VETOED;
import static com.gloebit.reactive.internal.hold.JournalFinding.ENACTED;
import static com.gloebit.reactive.internal.hold.JournalFinding.MAYBE_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.MAYBE_THIS_PURCHASE;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOTHING;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOT_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED_BEFORE;
import static com.gloebit.reactive.internal.hold.JournalFinding.UNREADABLE;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO_CONFIRMED;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO_NOT_CONFIRMED;

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
 * Records a purchase before its first byte is sent, and records its answer. Reports only the state of the journal;
 * {@code PurchaseResult} decides what it means for the caller.
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
     * Records a purchase. If the journal already has it, the journal's body is kept.
     *
     * @param purchase the purchase to record if the journal has no entry under its id
     * @param match compares the existing entry with this purchase
     * @param deadline recovery may send the purchase again after twice this time without an answer
     * @return the state of the purchase in the journal; never fails
     */
    public Mono<JournaledPurchase> record(
            PendingPurchase purchase,
            Function<JournalEntry, PurchaseMatch> match,
            @Nullable String user,
            Duration deadline) {
        Duration resendAfter = deadline.multipliedBy(2);
        return Mono.defer(() -> {
                    JournalEntry fresh =
                            TransactionStateMachine.submitted(purchase, user, application.now(), resendAfter);
                    return journal.record(fresh)
                            .map(inserted -> JournaledPurchase.of(inserted ? RECORDED : RECORDED_BEFORE, purchase))
                            .onErrorResume(error -> withdraw(fresh, error)
                                    .thenReturn(new JournaledPurchase(NOT_RECORDED, purchase, error)));
                })
                .flatMap(recorded -> recorded.finding() == RECORDED_BEFORE
                        ? useExisting(purchase, match, resendAfter)
                        : Mono.just(recorded))
                .onErrorResume(error -> Mono.just(new JournaledPurchase(MAYBE_RECORDED, purchase, error)));
    }

    /**
     * Vetoes a purchase whose insert failed. The failed insert may still commit, and recovery would then send the
     * purchase. A REJECTED entry is written in its place; fails if that is not confirmed.
     */
    private Mono<Void> withdraw(JournalEntry fresh, Throwable error) {
        JournalEntry rejectedEntry =
                TransactionStateMachine.neverSent(fresh.purchase(), fresh.user(), application.now());
        return journal.record(rejectedEntry)
                .onErrorResume(retryError -> reject(fresh, retryError instanceof TimeoutException ? retryError : error)
                        .thenReturn(true))
                .flatMap(inserted -> inserted ? Mono.empty() : reject(fresh, error));
    }

    private Mono<Void> reject(JournalEntry fresh, Throwable error) {
        return journal.update(
                        fresh.id(),
                        current -> current.equals(fresh)
                                ? TransactionStateMachine.answered(
                                        current, TransactionState.REJECTED, application.now())
                                : null)
                .switchIfEmpty(error instanceof TimeoutException ? Mono.error(error) : Mono.empty())
                .filter(current -> !answersNo(current))
                .flatMap(current -> Mono.error(new IllegalStateException("another has recorded it")));
    }

    /**
     * Takes the existing entry. If the same purchase was rejected before, it is submitted again and its veto is lifted.
     */
    private Mono<JournaledPurchase> useExisting(
            PendingPurchase purchase, Function<JournalEntry, PurchaseMatch> match, Duration resendAfter) {
        AtomicBoolean vetoLifted = new AtomicBoolean();
        return journal.update(purchase.transactionId(), existing -> {
                    boolean rejected = existing.state() == TransactionState.REJECTED
                            && match.apply(existing) == PurchaseMatch.SAME;
                    vetoLifted.set(rejected);
                    return rejected
                            ? TransactionStateMachine.resubmitted(existing, application.now(), resendAfter)
                            : null;
                })
                .single()
                .map(existing -> describe(existing, match.apply(existing), purchase, vetoLifted.get()));
    }

    private static JournaledPurchase describe(
            JournalEntry existing, PurchaseMatch match, PendingPurchase purchase, boolean vetoLifted) {
        return switch (match) {
            case SAME -> JournaledPurchase.of(vetoLifted ? RECORDED : findingOf(existing), existing.purchase());
            case MAYBE_SAME ->
                JournaledPurchase.of(answersNo(existing) ? ANOTHER_PURCHASE : MAYBE_THIS_PURCHASE, purchase);
            case OTHER -> JournaledPurchase.of(ANOTHER_PURCHASE, purchase);
        };
    }

    private static JournalFinding findingOf(JournalEntry existing) {
        if (answersNo(existing)) {
            return CANCELLED_OR_VETOED;
        }
        if (existing.state() == TransactionState.CANCELLED) {
            return MAYBE_THIS_PURCHASE;
        }
        return existing.state() == TransactionState.ENACTED || existing.state() == TransactionState.CONSUMED
                ? ENACTED
                : RECORDED_BEFORE;
    }

    /**
     * Returns the purchase if it is still unanswered, empty if it was answered meanwhile. For recovery, which never
     * lifts a veto.
     */
    public Mono<JournaledPurchase> findUnanswered(TransactionId id) {
        return journal.find(id)
                .filter(existing ->
                        existing.state() == TransactionState.SUBMITTED || existing.state() == TransactionState.IN_DOUBT)
                .map(existing -> JournaledPurchase.of(RECORDED_BEFORE, existing.purchase()));
    }

    /**
     * Finds a purchase that cannot be encoded because the lookup of its payer's name failed.
     *
     * @param unnamed the purchase with an empty name
     * @return the state of the purchase in the journal; never fails
     */
    public Mono<JournaledPurchase> find(PendingPurchase unnamed, Function<JournalEntry, PurchaseMatch> match) {
        return journal.find(unnamed.transactionId())
                .map(existing -> describe(existing, match.apply(existing), unnamed, false))
                .defaultIfEmpty(JournaledPurchase.of(NOTHING, unnamed))
                .onErrorResume(error -> Mono.just(new JournaledPurchase(UNREADABLE, unnamed, error)));
    }

    /** Returns whether a later enact will be answered with no, and Gloebit has not reported a payment in spite of it. */
    private static boolean answersNo(JournalEntry entry) {
        return entry.contradiction() == null
                && (entry.state().isVetoed() || entry.state() == TransactionState.CANCELLED);
    }

    /**
     * Records how a purchase ended. A failed write of REJECTED is repeated once, because it may have been written
     * without being confirmed.
     *
     * @return {@code VETO_CONFIRMED} if the journal confirmed that a later enact will be answered with no, else {@code VETO_NOT_CONFIRMED}; never fails
     */
    public Mono<JournalFinding> note(TransactionId id, TransactionState answer) {
        return journal.update(id, entry -> TransactionStateMachine.answered(entry, answer, application.now()))
                .doOnError(error -> LOG.warn(
                        "recording {} for {} failed: {}",
                        answer,
                        id,
                        error.getClass().getName()))
                .retry(answer == TransactionState.REJECTED ? 1 : 0)
                .map(entry -> answersNo(entry) ? VETO_CONFIRMED : VETO_NOT_CONFIRMED)
                // An enact of a transaction that is not in the journal is answered with no.
                .defaultIfEmpty(VETO_CONFIRMED)
                .onErrorReturn(VETO_NOT_CONFIRMED);
    }
}
