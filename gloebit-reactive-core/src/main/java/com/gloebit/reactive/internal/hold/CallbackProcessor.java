package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Processes Gloebit's callbacks: moves the transaction on in the journal, runs the handler, and builds the answer. */
final class CallbackProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackProcessor.class);
    private static final HoldAnswer YES = answer(List.of(true));
    private static final HoldAnswer PENDING = no("pending");
    private static final HoldAnswer UNKNOWN = no("unknown transaction");
    private static final HoldAnswer REJECTED = no("rejected");
    private static final HoldAnswer CANCELLED = no("cancelled");
    private static final HoldAnswer GIVEN_UP = no("the application failed");
    private static final HoldAnswer NOT_FOUND = new HoldAnswer(404, "");
    private static final HoldAnswer UNAVAILABLE = new HoldAnswer(503, "");

    private final HoldUrls urls;
    private final Journal journal;
    private final HandlerRunner handlerRunner;
    private final SettlementNotifier notifier;
    private final int enactFailures;
    private final Application application;
    private final HoldMeters meters;
    private final LongSupplier nanoTime;

    CallbackProcessor(
            HoldUrls urls,
            Journal journal,
            HandlerRunner handlerRunner,
            SettlementNotifier notifier,
            int enactFailures,
            Application application,
            HoldMeters meters,
            LongSupplier nanoTime) {
        this.urls = urls;
        this.journal = journal;
        this.handlerRunner = handlerRunner;
        this.notifier = notifier;
        this.enactFailures = enactFailures;
        this.application = application;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    private static HoldAnswer answer(List<?> body) {
        return new HoldAnswer(200, JsonWriter.array(body));
    }

    private static HoldAnswer no(String reason) {
        return answer(List.of(false, reason));
    }

    Mono<HoldAnswer> answer(URI request) {
        HoldUrls.Callback callback = urls.parse(request);
        if (callback == null) {
            return Mono.just(NOT_FOUND);
        }
        return Mono.defer(() -> {
            long startNanos = nanoTime.getAsLong();
            return answer(callback)
                    .doOnNext(answer ->
                            meters.answered(callback.step().text(), tag(answer), nanoTime.getAsLong() - startNanos));
        });
    }

    private Mono<HoldAnswer> answer(HoldUrls.Callback callback) {
        return callback.step() == HoldStep.ENACT
                ? answerUnavailableOnError(callback, enact(callback.id()))
                : ignoreCancellation(answerUnavailableOnError(callback, recordArrival(callback.id(), callback.step())));
    }

    /**
     * Lets a consume or cancel that has begun run to its end, even if Gloebit closes the connection: Gloebit does not
     * repeat these callbacks. It runs in the context of the request.
     */
    private static Mono<HoldAnswer> ignoreCancellation(Mono<HoldAnswer> answer) {
        return Mono.deferContextual(context -> answer.contextWrite(context).cache());
    }

    private static Mono<HoldAnswer> answerUnavailableOnError(HoldUrls.Callback callback, Mono<HoldAnswer> answer) {
        return answer.onErrorResume(error -> {
            LOG.warn(
                    "{} of {} failed: {}",
                    callback.step(),
                    callback.id(),
                    error.getClass().getName());
            return Mono.just(UNAVAILABLE);
        });
    }

    private static String tag(HoldAnswer answer) {
        if (answer.equals(YES)) {
            return "yes";
        }
        return answer.status() != 200 ? "failed" : answer.equals(PENDING) ? "pending" : "no";
    }

    private Mono<HoldAnswer> enact(TransactionId id) {
        return journal.find(id)
                .flatMap(entry -> {
                    HoldAnswer known = knownAnswer(entry);
                    return known != null ? Mono.just(known) : askHandler(entry);
                })
                .switchIfEmpty(Mono.defer(() -> answerUnknown(id, HoldStep.ENACT, UNKNOWN)));
    }

    private @Nullable HoldAnswer knownAnswer(JournalEntry entry) {
        return switch (entry.state()) {
            case ENACTED, CONSUMED -> YES;
            case CANCELLED -> CANCELLED;
            case REJECTED, ABANDONED -> REJECTED;
            default -> TransactionStateMachine.isBusy(entry, application.now()) ? PENDING : null;
        };
    }

    private Mono<HoldAnswer> askHandler(JournalEntry entry) {
        AtomicReference<@Nullable EnactDecision> decision = new AtomicReference<>();
        return handlerRunner
                .enact(entry, decision::set)
                .flatMap(result -> switch (result) {
                    case DECIDED -> Mono.just(toAnswer(decision.get()));
                    case FAILED -> abandonAfterTooManyFailures(entry.id());
                    default -> answerFromJournal(entry.id());
                })
                .doOnNext(answer -> notifier.notifyOf(entry.id()));
    }

    private static HoldAnswer toAnswer(@Nullable EnactDecision decision) {
        if (decision == null) {
            return PENDING;
        }
        return decision.isApproved() ? YES : decision.reason() == null ? PENDING : no(decision.reason());
    }

    /** Answers from the journal, because another node or request has decided meanwhile or is about to. */
    private Mono<HoldAnswer> answerFromJournal(TransactionId id) {
        return journal.find(id)
                .map(entry -> {
                    HoldAnswer known = knownAnswer(entry);
                    return known == null ? PENDING : known;
                })
                .defaultIfEmpty(PENDING);
    }

    /**
     * Abandons a transaction whose handler has failed too often, so that the payer's gloebits do not stay held for
     * ever.
     */
    private Mono<HoldAnswer> abandonAfterTooManyFailures(TransactionId id) {
        return journal.update(
                        id,
                        entry -> entry.failures() >= enactFailures
                                ? TransactionStateMachine.abandoned(entry, application.now())
                                : null)
                .map(entry -> entry.state() == TransactionState.ABANDONED ? GIVEN_UP : PENDING);
    }

    /**
     * Records a consume or cancel before running its effect: Gloebit ignores the answer to it and does not repeat it.
     */
    private Mono<HoldAnswer> recordArrival(TransactionId id, HoldStep step) {
        return journal.insist(id, entry -> TransactionStateMachine.arrived(entry, step, application.now()))
                .flatMap(entry -> {
                    notifier.notifyOf(id);
                    reportContradiction(entry, step);
                    return (entry.due() == null ? Mono.just(true) : handlerRunner.runDue(entry)).thenReturn(YES);
                })
                .switchIfEmpty(Mono.defer(() -> answerUnknown(id, step, YES)));
    }

    private void reportContradiction(JournalEntry entry, HoldStep step) {
        if (entry.contradiction() == step) {
            meters.contradicted(step.text());
            LOG.warn("{} of {} contradicts an earlier callback or a veto", step, entry);
        }
    }

    private static Mono<HoldAnswer> answerUnknown(TransactionId id, HoldStep step, HoldAnswer answer) {
        LOG.warn("{} of {}, which is not in the journal", step, id);
        return Mono.just(answer);
    }
}
