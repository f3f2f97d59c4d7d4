package com.gloebit.reactive.internal.purchase;

import static com.gloebit.reactive.internal.hold.JournalFinding.NOT_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NO_JOURNAL;
import static com.gloebit.reactive.internal.hold.JournalFinding.PERHAPS_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED_BEFORE;
import static com.gloebit.reactive.internal.hold.JournalFinding.UNREADABLE;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
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
import com.gloebit.reactive.internal.pipeline.Pipeline;
import com.gloebit.reactive.internal.purchase.PurchaseOutcome.End;
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
 * One {@code Mono} of a purchase. All its subscriptions send one body. Each of them walks from the body through the journal
 * to the call and back, and {@link PurchaseOutcome} decides what its caller is told.
 */
final class PurchaseSubmission {
    private final PurchaseService service;
    private final EndpointInvoker caller;
    private final TransactionId id;
    private final Endpoint<?, ?> endpoint;
    private final PurchaseMeters meters;
    private final DoubtMemory memory;
    private final @Nullable PurchaseJournaling journal;
    private final AtomicReference<@Nullable PendingPurchase> encoded = new AtomicReference<>();

    /** The ledger of the last subscription: with a journal the only one, else should the client have forgotten the id. */
    private final AtomicReference<DoubtLedger> lastDoubt;

    /** The journal may have it, unanswered. */
    private volatile boolean recoveryMaySend;

    PurchaseSubmission(
            PurchaseService service,
            EndpointInvoker caller,
            TransactionId id,
            PurchaseKind kind,
            Endpoint<?, ?> endpoint) {
        this.service = service;
        this.caller = caller;
        this.id = id;
        this.endpoint = endpoint;
        this.meters = service.meters(kind);
        this.memory = service.memory();
        this.journal = service.journal();
        this.lastDoubt = new AtomicReference<>(memory.newLedger());
    }

    /**
     * The first subscription encodes the purchase; whichever comes later sends the same bytes.
     *
     * @param amount what is paid; null where Gloebit knows the price
     */
    Mono<Receipt> submit(Purchase purchase, @Nullable BigDecimal amount) {
        return observe(amount, doubt -> {
            PendingPurchase before = encoded.get();
            return before != null
                    ? carryOut(before, true, doubt)
                    : encode(purchase, doubt).flatMap(own -> {
                        PendingPurchase raced = encoded.compareAndExchange(null, own);
                        return raced == null ? carryOut(own, false, doubt) : carryOut(raced, true, doubt);
                    });
        });
    }

    /** Sends a purchase again that may have happened. */
    Mono<Receipt> resend(PendingPurchase pending) {
        encoded.set(pending);
        return observe(null, doubt -> {
            doubt.arises(pending.unansweredAt());
            return carryOut(pending, true, doubt);
        });
    }

    /** Sends a purchase again if the journal has no answer to it. A veto is lifted by a buyer, not by recovery. */
    Mono<Receipt> recover(PurchaseJournaling journal) {
        return observe(
                null,
                doubt -> journal.findUnanswered(id)
                        .doOnNext(kept -> PurchaseComparison.requireAccount(kept.purchase(), credential()))
                        .flatMap(kept -> begin(kept, doubt)));
    }

    /** Outermost: counts and times what the caller is told, whatever decides it. */
    private Mono<Receipt> observe(@Nullable BigDecimal amount, Function<DoubtLedger, Mono<Receipt>> walk) {
        Pipeline pipeline = caller.pipeline();
        Mono<Receipt> receipt = Mono.using(
                this::enter,
                doubt -> pipeline.runAsOne(walk.apply(doubt), () -> closed(doubt))
                        .tap(() -> new PurchaseObservation(meters, amount, () -> doubt.isOpen() || recoveryMaySend)),
                this::leave);
        return pipeline.measure(endpoint, receipt);
    }

    /** The journal is not asked any more: the application may have closed its database. */
    private GloebitException closed(DoubtLedger doubt) {
        PendingPurchase known = encoded.get();
        boolean isOpen = doubt.isOpen() || recoveryMaySend;
        return isOpen && known != null
                ? inDoubt(known, blocked(BlockedBy.CLIENT_CLOSED, Outcome.UNKNOWN, null), doubt)
                : blocked(
                        BlockedBy.CLIENT_CLOSED, isOpen || journal != null ? Outcome.UNKNOWN : Outcome.NOT_DONE, null);
    }

    /** With a journal, that is the memory of the id. */
    private DoubtLedger enter() {
        DoubtLedger last = Objects.requireNonNull(lastDoubt.get());
        if (journal != null) {
            return last;
        }
        DoubtLedger doubt = memory.enter(id, last);
        lastDoubt.set(doubt);
        return doubt;
    }

    private void leave(DoubtLedger doubt) {
        if (journal == null) {
            memory.leave(id);
        }
    }

    private Mono<PendingPurchase> encode(Purchase purchase, DoubtLedger doubt) {
        String username = purchase.details().username();
        return username != null
                ? Mono.fromSupplier(() -> service.encode(purchase, username, credential()))
                : PayerName.lookUp(caller, details())
                        .map(name -> service.encode(purchase, name, credential()))
                        .onErrorResume(GloebitException.class, failure -> encodeWithoutName(purchase, failure, doubt));
    }

    /** Another subscription may have found the name meanwhile, or the journal may have the purchase from before. */
    private Mono<PendingPurchase> encodeWithoutName(Purchase purchase, GloebitException failure, DoubtLedger doubt) {
        PendingPurchase raced = encoded.get();
        if (raced != null) {
            return Mono.just(raced);
        }
        PendingPurchase nameless = service.encode(purchase, "", credential());
        return journal == null
                ? Mono.error(nameless(failure, new JournaledPurchase(NO_JOURNAL, nameless, null), doubt))
                : journal.find(nameless, kept -> compare(kept, nameless, false))
                        .flatMap(found -> switch (found.finding()) {
                            case RECORDED_BEFORE, ENACTED, ENDED -> Mono.just(found.purchase());
                            default -> Mono.error(nameless(failure, found, doubt));
                        });
    }

    /** There is no body that could be sent again: what is in doubt can only be told as blocked. */
    private GloebitException nameless(GloebitException failure, JournaledPurchase found, DoubtLedger doubt) {
        if (PurchaseOutcome.of(End.NOT_BEGUN, doubt.isOpen(), found.finding()) == PurchaseOutcome.FAILURE) {
            return failure;
        }
        return found.finding() == UNREADABLE
                ? blocked(BlockedBy.JOURNAL, Outcome.UNKNOWN, found.cause())
                : blocked(BlockedBy.TRANSACTION_ID, Outcome.UNKNOWN, failure);
    }

    /** @param again whether this {@code Mono} brings these bytes back */
    private Mono<Receipt> carryOut(PendingPurchase pending, boolean again, DoubtLedger doubt) {
        return journal == null
                ? send(pending, doubt)
                : journal.record(
                                pending,
                                kept -> compare(kept, pending, again),
                                caller.user(),
                                caller.limits().deadline())
                        .doOnCancel(() -> recoveryMaySend = true)
                        .flatMap(recorded -> begin(recorded, doubt));
    }

    private PurchaseMatch compare(JournalEntry kept, PendingPurchase purchase, boolean again) {
        boolean isOwn = again && kept.purchase().equals(purchase);
        return PurchaseComparison.compare(kept, purchase, caller.user(), credential(), isOwn);
    }

    /** With a journal, nothing is sent that it does not hold. */
    private Mono<Receipt> begin(JournaledPurchase recorded, DoubtLedger doubt) {
        JournalFinding finding = recorded.finding();
        if (finding != RECORDED && finding != RECORDED_BEFORE) {
            return keepBack(recorded, doubt);
        }
        recoveryMaySend = true;
        if (finding == RECORDED_BEFORE) {
            doubt.arises(null);
        }
        return send(recorded.purchase(), doubt);
    }

    private Mono<Receipt> keepBack(JournaledPurchase recorded, DoubtLedger doubt) {
        boolean perhaps = recorded.finding() == NOT_RECORDED && recoveryMaySend;
        JournalFinding finding = perhaps ? PERHAPS_RECORDED : recorded.finding();
        recoveryMaySend |= finding == PERHAPS_RECORDED;
        return switch (PurchaseOutcome.of(End.NOT_BEGUN, doubt.isOpen(), finding)) {
            case RECEIPT -> Mono.just(new Receipt(id, ReceiptState.HELD, null, null, null, null));
            case CANCELLED -> Mono.error(new TransactionCancelledException(details(), null));
            case FAILURE -> Mono.error(blocked(blockedBy(finding), Outcome.NOT_DONE, recorded.cause()));
            case BLOCKED_IN_DOUBT -> Mono.error(blocked(blockedBy(finding), Outcome.UNKNOWN, recorded.cause()));
            case IN_DOUBT ->
                Mono.error(inDoubt(
                        recorded.purchase(), blocked(blockedBy(finding), Outcome.UNKNOWN, recorded.cause()), doubt));
        };
    }

    private static BlockedBy blockedBy(JournalFinding finding) {
        return switch (finding) {
            case ANOTHER_PURCHASE, PERHAPS_THIS_PURCHASE -> BlockedBy.TRANSACTION_ID;
            default -> BlockedBy.JOURNAL;
        };
    }

    private Mono<Receipt> send(PendingPurchase pending, DoubtLedger doubt) {
        Mono<Receipt> call = caller.pipeline()
                .run(
                        Call.of(PurchaseService.endpoint(pending.kind(), pending.version()), pending, credential()),
                        caller.limits(),
                        doubt);
        return journal == null
                ? call.onErrorMap(GloebitException.class, failure -> tell(pending, failure, NO_JOURNAL, doubt))
                : call.onErrorResume(
                                GloebitException.class,
                                failure -> noteFailure(journal, failure, doubt)
                                        .flatMap(finding -> Mono.error(tell(pending, failure, finding, doubt))))
                        .flatMap(receipt -> noteReceipt(journal, receipt).thenReturn(receipt));
    }

    private Mono<JournalFinding> noteFailure(PurchaseJournaling journal, GloebitException failure, DoubtLedger doubt) {
        return journal.note(id, PurchaseOutcome.stateAfter(endOf(failure), isOpen(failure, doubt), false));
    }

    private Mono<JournalFinding> noteReceipt(PurchaseJournaling journal, Receipt receipt) {
        recoveryMaySend = false;
        boolean isHeld = receipt.state() == ReceiptState.HELD;
        return journal.note(id, PurchaseOutcome.stateAfter(End.ACCEPTED, true, isHeld));
    }

    private GloebitException tell(
            PendingPurchase pending, GloebitException failure, JournalFinding finding, DoubtLedger doubt) {
        PurchaseOutcome outcome = PurchaseOutcome.of(endOf(failure), isOpen(failure, doubt), finding);
        if (outcome != PurchaseOutcome.FAILURE) {
            return inDoubt(pending, failure, doubt);
        }
        if (finding == VETO) {
            doubt.vetoed();
            recoveryMaySend = false;
        }
        return notDone(failure);
    }

    private static End endOf(GloebitException failure) {
        return failure instanceof TransactionRejectedException rejected && rejected.stage() == RejectionStage.ENACT
                ? End.REFUSED_AT_ENACT
                : End.FAILED;
    }

    /** The ledger may have changed since the failure was made: what was open then or is open now is open. */
    private static boolean isOpen(GloebitException failure, DoubtLedger doubt) {
        return failure.outcome() == Outcome.UNKNOWN || doubt.isOpen();
    }

    /** Our veto made certain what the requests alone left open. */
    private static GloebitException notDone(GloebitException failure) {
        return told(failure, Outcome.NOT_DONE);
    }

    private static GloebitException told(GloebitException failure, Outcome outcome) {
        return failure.outcome() != outcome && failure instanceof TransactionRejectedException rejected
                ? new TransactionRejectedException(
                        rejected.failure(), rejected.details().withOutcome(outcome), rejected.getCause())
                : failure;
    }

    private static GloebitException inDoubt(PendingPurchase pending, GloebitException failure, DoubtLedger doubt) {
        return new TransactionInDoubtException(
                pending.withUnansweredAt(doubt.lastUnanswered()), told(failure, Outcome.UNKNOWN));
    }

    private GloebitException blocked(BlockedBy by, Outcome outcome, @Nullable Throwable cause) {
        return new CallBlockedException(by, details().withOutcome(outcome), cause);
    }

    private FailureDetails details() {
        return FailureDetails.beforeSending(endpoint.name()).withTransactionId(id);
    }

    private Credential credential() {
        return Objects.requireNonNull(caller.credential());
    }
}
