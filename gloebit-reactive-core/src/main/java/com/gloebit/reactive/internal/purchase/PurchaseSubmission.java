package com.gloebit.reactive.internal.purchase;

import static com.gloebit.reactive.internal.hold.JournalFinding.MAYBE_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOT_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NO_JOURNAL;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED_BEFORE;
import static com.gloebit.reactive.internal.hold.JournalFinding.UNREADABLE;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO_CONFIRMED;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.hold.JournalFinding;
import com.gloebit.reactive.internal.hold.JournaledPurchase;
import com.gloebit.reactive.internal.hold.PurchaseJournaling;
import com.gloebit.reactive.internal.hold.PurchaseMatch;
import com.gloebit.reactive.internal.meter.PurchaseMeters;
import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.purchase.PurchaseResult.End;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.RejectionStage;
import com.gloebit.reactive.transaction.TransactionId;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One {@code Mono} of a purchase. All its subscriptions send the same body. With holds, each records the body in the
 * journal before it sends it, and records the answer. {@link PurchaseResult} decides the result.
 */
final class PurchaseSubmission {
    private final PurchaseService purchaseService;
    private final EndpointInvoker invoker;
    private final TransactionId id;
    private final Endpoint<?, ?> endpoint;
    private final PurchaseFailures failures;
    private final PurchaseMeters meters;
    private final DoubtMemory memory;
    private final @Nullable PurchaseJournaling journaling;
    private final EncodedOnce encodedOnce = new EncodedOnce();

    /** The ledger of the last subscription. It replaces one that {@link DoubtMemory} has dropped or, with a journal, never had. */
    private final AtomicReference<DoubtLedger> lastLedger;

    /** Whether the journal may hold the purchase unanswered, so that recovery may send it. */
    private volatile boolean recoveryMaySend;

    PurchaseSubmission(
            PurchaseService purchaseService,
            EndpointInvoker invoker,
            TransactionId id,
            PurchaseKind kind,
            Endpoint<?, ?> endpoint) {
        this.purchaseService = purchaseService;
        this.invoker = invoker;
        this.id = id;
        this.endpoint = endpoint;
        this.failures = new PurchaseFailures(id, endpoint.name());
        this.meters = purchaseService.meters(kind);
        this.memory = purchaseService.memory();
        this.journaling = purchaseService.journaling();
        this.lastLedger = new AtomicReference<>(memory.newLedger());
    }

    /**
     * Submits a purchase. The first subscription encodes it; every later one sends the same bytes.
     *
     * @param amount the amount to pay; null if Gloebit sets the price
     */
    Mono<Receipt> submit(Purchase purchase, @Nullable BigDecimal amount) {
        return withLedger(amount, ledger -> {
            PendingPurchase pending = encodedOnce.get();
            return pending != null
                    ? recordAndSend(pending, true, ledger)
                    : encode(purchase, ledger).flatMap(encoded -> {
                        PendingPurchase first = encodedOnce.keepOrEarlier(encoded);
                        return first == null
                                ? recordAndSend(encoded, false, ledger)
                                : recordAndSend(first, true, ledger);
                    });
        });
    }

    /** Resends a purchase that may have happened. */
    Mono<Receipt> resend(PendingPurchase pending) {
        encodedOnce.set(pending);
        return withLedger(null, ledger -> {
            ledger.recordUnanswered(pending.unansweredAt());
            return recordAndSend(pending, true, ledger);
        });
    }

    /** Resends a purchase if it is unanswered in the journal. Only a buyer lifts a veto; recovery does not. */
    Mono<Receipt> recover(PurchaseJournaling journaling) {
        return withLedger(
                null,
                ledger -> journaling
                        .findUnanswered(id)
                        .doOnNext(existing -> PurchaseComparison.requireAccount(existing.purchase(), credential()))
                        .flatMap(existing -> sendIfRecorded(existing, ledger)));
    }

    /** Runs the steps with the ledger of the transaction id, as one sequence, and counts the result. */
    private Mono<Receipt> withLedger(@Nullable BigDecimal amount, Function<DoubtLedger, Mono<Receipt>> steps) {
        return invoker.pipeline()
                .measure(
                        endpoint,
                        Mono.using(this::enter, ledger -> observe(steps.apply(ledger), ledger, amount), this::leave));
    }

    /** Counts the result last, because every step can change it. */
    private Mono<Receipt> observe(Mono<Receipt> receipt, DoubtLedger ledger, @Nullable BigDecimal amount) {
        return invoker.pipeline()
                .runAsOne(receipt, () -> clientClosed(ledger))
                .tap(() -> new PurchaseObservation(meters, amount, () -> ledger.isOpen() || recoveryMaySend));
    }

    /** Does not read the journal: once the client is closed, the application may have closed its database. */
    private GloebitException clientClosed(DoubtLedger ledger) {
        PendingPurchase pending = encodedOnce.get();
        boolean isOpen = ledger.isOpen() || recoveryMaySend;
        return isOpen && pending != null
                ? failures.inDoubt(pending, failures.blocked(BlockedBy.CLIENT_CLOSED, Outcome.UNKNOWN, null), ledger)
                : failures.blocked(
                        BlockedBy.CLIENT_CLOSED,
                        isOpen || journaling != null ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                        null);
    }

    /** With a journal, the journal remembers ids in doubt, so {@link DoubtMemory} is not used. */
    private DoubtLedger enter() {
        DoubtLedger last = Objects.requireNonNull(lastLedger.get());
        if (journaling != null) {
            return last;
        }
        DoubtLedger ledger = memory.enter(id, last);
        lastLedger.set(ledger);
        return ledger;
    }

    private void leave(DoubtLedger ledger) {
        if (journaling == null) {
            memory.leave(id);
        }
    }

    private Mono<PendingPurchase> encode(Purchase purchase, DoubtLedger ledger) {
        String username = purchase.details().username();
        return username != null
                ? Mono.fromSupplier(() -> purchaseService.encode(purchase, username, credential()))
                : PayerName.lookUp(invoker, failures.details())
                        .map(name -> purchaseService.encode(purchase, name, credential()))
                        .onErrorResume(GloebitException.class, failure -> encodeWithoutName(purchase, failure, ledger));
    }

    /**
     * Handles a failed lookup of the payer's name. Another subscription may have encoded the purchase meanwhile, or the
     * journal may have it from an earlier submission.
     */
    private Mono<PendingPurchase> encodeWithoutName(Purchase purchase, GloebitException failure, DoubtLedger ledger) {
        PendingPurchase pending = encodedOnce.get();
        if (pending != null) {
            return Mono.just(pending);
        }
        PendingPurchase unnamed = purchaseService.encode(purchase, "", credential());
        return journaling == null
                ? Mono.error(lookupFailure(failure, new JournaledPurchase(NO_JOURNAL, unnamed, null), ledger))
                : journaling
                        .find(unnamed, existing -> compare(existing, unnamed, false))
                        .flatMap(found -> switch (found.finding()) {
                            case RECORDED_BEFORE, ENACTED, CANCELLED_OR_VETOED -> Mono.just(found.purchase());
                            default -> Mono.error(lookupFailure(failure, found, ledger));
                        });
    }

    /** Without a body nothing can be resent, so a purchase in doubt is reported as blocked instead of as in doubt. */
    private GloebitException lookupFailure(GloebitException failure, JournaledPurchase found, DoubtLedger ledger) {
        if (PurchaseResult.of(End.NOT_BEGUN, ledger.isOpen(), found.finding()) == PurchaseResult.FAILURE) {
            return failure;
        }
        return found.finding() == UNREADABLE
                ? failures.blocked(BlockedBy.JOURNAL, Outcome.UNKNOWN, found.cause())
                : failures.blocked(BlockedBy.TRANSACTION_ID, Outcome.UNKNOWN, failure);
    }

    /** @param isRepeat whether this {@code Mono} has these bytes from an earlier subscription or a {@code resend} */
    private Mono<Receipt> recordAndSend(PendingPurchase pending, boolean isRepeat, DoubtLedger ledger) {
        return journaling == null
                ? send(pending, ledger)
                : journaling
                        .record(
                                pending,
                                existing -> compare(existing, pending, isRepeat),
                                invoker.user(),
                                invoker.limits().deadline())
                        .doOnCancel(() -> recoveryMaySend = true)
                        .flatMap(journaled -> sendIfRecorded(journaled, ledger));
    }

    private PurchaseMatch compare(JournalEntry existing, PendingPurchase pending, boolean isRepeat) {
        boolean isOwn = isRepeat && existing.purchase().equals(pending);
        return PurchaseComparison.compare(existing, pending, invoker.user(), credential(), isOwn);
    }

    /** Sends the purchase only if the journal holds it. */
    private Mono<Receipt> sendIfRecorded(JournaledPurchase journaled, DoubtLedger ledger) {
        JournalFinding finding = journaled.finding();
        if (finding != RECORDED && finding != RECORDED_BEFORE) {
            return resultWithoutSending(journaled, ledger);
        }
        recoveryMaySend = true;
        if (finding == RECORDED_BEFORE) {
            ledger.recordUnanswered(null);
        }
        return send(journaled.purchase(), ledger);
    }

    private Mono<Receipt> resultWithoutSending(JournaledPurchase journaled, DoubtLedger ledger) {
        boolean mayBeRecorded = journaled.finding() == NOT_RECORDED && recoveryMaySend;
        JournalFinding finding = mayBeRecorded ? MAYBE_RECORDED : journaled.finding();
        recoveryMaySend |= finding == MAYBE_RECORDED;
        return switch (PurchaseResult.of(End.NOT_BEGUN, ledger.isOpen(), finding)) {
            case RECEIPT -> Mono.just(new Receipt(id, ReceiptState.HELD, null, null, null, null));
            case CANCELLED -> Mono.error(failures.cancelled());
            case FAILURE ->
                Mono.error(failures.blocked(PurchaseFailures.blockedBy(finding), Outcome.NOT_DONE, journaled.cause()));
            case BLOCKED_IN_DOUBT ->
                Mono.error(failures.blocked(PurchaseFailures.blockedBy(finding), Outcome.UNKNOWN, journaled.cause()));
            case IN_DOUBT ->
                Mono.error(failures.inDoubt(
                        journaled.purchase(),
                        failures.blocked(PurchaseFailures.blockedBy(finding), Outcome.UNKNOWN, journaled.cause()),
                        ledger));
        };
    }

    private Mono<Receipt> send(PendingPurchase pending, DoubtLedger ledger) {
        Mono<Receipt> call = invoker.pipeline()
                .run(
                        Call.of(PurchaseService.endpoint(pending.kind(), pending.version()), pending, credential()),
                        invoker.limits(),
                        ledger);
        return journaling == null
                ? call.onErrorMap(GloebitException.class, failure -> toResult(pending, failure, NO_JOURNAL, ledger))
                : call.onErrorResume(
                                GloebitException.class,
                                failure -> noteFailure(journaling, failure, ledger)
                                        .flatMap(finding -> Mono.error(toResult(pending, failure, finding, ledger))))
                        .flatMap(receipt -> noteReceipt(journaling, receipt).thenReturn(receipt));
    }

    private Mono<JournalFinding> noteFailure(
            PurchaseJournaling journaling, GloebitException failure, DoubtLedger ledger) {
        return journaling.note(id, PurchaseResult.stateAfter(endOf(failure), isOpen(failure, ledger), false));
    }

    private Mono<JournalFinding> noteReceipt(PurchaseJournaling journaling, Receipt receipt) {
        recoveryMaySend = false;
        boolean isHeld = receipt.state() == ReceiptState.HELD;
        return journaling.note(id, PurchaseResult.stateAfter(End.ACCEPTED, true, isHeld));
    }

    private GloebitException toResult(
            PendingPurchase pending, GloebitException failure, JournalFinding finding, DoubtLedger ledger) {
        PurchaseResult result = PurchaseResult.of(endOf(failure), isOpen(failure, ledger), finding);
        if (result != PurchaseResult.FAILURE) {
            return failures.inDoubt(pending, failure, ledger);
        }
        if (finding == VETO_CONFIRMED) {
            ledger.recordVeto();
            recoveryMaySend = false;
        }
        return PurchaseFailures.withOutcome(failure, Outcome.NOT_DONE);
    }

    private static End endOf(GloebitException failure) {
        return failure instanceof TransactionRejectedException rejected && rejected.stage() == RejectionStage.ENACT
                ? End.TOO_FEW_GLOEBITS
                : End.FAILED;
    }

    /** Open then or open now: the ledger may have changed since the failure was created. */
    private static boolean isOpen(GloebitException failure, DoubtLedger ledger) {
        return failure.outcome() == Outcome.UNKNOWN || ledger.isOpen();
    }

    private Credential credential() {
        return Objects.requireNonNull(invoker.credential());
    }
}
