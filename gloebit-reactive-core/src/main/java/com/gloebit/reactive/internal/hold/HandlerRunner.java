package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.application.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Runs the effects: the application's enact, consume and cancel.
 *
 * <p>Before an effect runs, the journal entry is marked busy by compare-and-set, so that no two effects of one
 * transaction run at the same time on any nodes. The mark outlives the longest effect. Once the mark has expired, any
 * node may run the effect.
 */
final class HandlerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerRunner.class);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Journal journal;
    private final HoldHandler handler;
    private final Duration timeout;
    private final Application application;
    private final Scheduler timer;

    HandlerRunner(Journal journal, HoldSettings settings, Application application, Scheduler timer) {
        this.journal = journal;
        this.handler = settings.handler();
        this.timeout = settings.effectTimeout();
        this.application = application;
        this.timer = timer;
    }

    /** Marks the entry busy. Returns empty if it is marked already or was changed meanwhile. */
    private Mono<JournalEntry> markBusy(JournalEntry entry) {
        Instant now = application.now();
        if (TransactionStateMachine.isBusy(entry, now)) {
            return Mono.empty();
        }
        JournalEntry marked = TransactionStateMachine.busy(
                entry, now.plusMillis(timeout.toMillis()).plus(MARGIN));
        return journal.replace(entry, marked).flatMap(replaced -> replaced ? Mono.just(marked) : Mono.empty());
    }

    /** Fails if too little time is left: an effect that starts late would still run when the mark has expired. */
    private <T> Mono<T> runInTime(JournalEntry marked, Supplier<Mono<T>> effect) {
        return Mono.defer(() -> hasTimeLeft(marked)
                        ? effect.get()
                        : Mono.error(new IllegalStateException("the journal took too long")))
                .timeout(timeout, timer);
    }

    private boolean hasTimeLeft(JournalEntry marked) {
        Instant end = application.now().plusMillis(timeout.toMillis());
        return marked.busyUntil() != null && !end.isAfter(marked.busyUntil());
    }

    /** How an enact ended. */
    enum Enacted {
        /** The handler decided, and the journal has recorded it. */
        DECIDED,
        /** The handler failed or took too long. */
        FAILED,
        /** Another effect is running, or the entry was changed meanwhile. */
        OVERTAKEN
    }

    /** @param decided receives the decision, which the journal does not store */
    Mono<Enacted> enact(JournalEntry entry, Consumer<EnactDecision> decided) {
        return markBusy(entry)
                .flatMap(marked -> journal.complete(
                                marked,
                                askHandler(marked).doOnNext(decided).map(decision -> apply(marked, decision)),
                                timeout.plus(MARGIN))
                        .flatMap(done -> done
                                ? Mono.just(Enacted.DECIDED)
                                : release(marked).thenReturn(Enacted.OVERTAKEN))
                        .onErrorResume(error -> noteFailure(marked, error).thenReturn(Enacted.FAILED)))
                .defaultIfEmpty(Enacted.OVERTAKEN);
    }

    private Mono<EnactDecision> askHandler(JournalEntry entry) {
        return runInTime(entry, () -> handler.enact(HeldMembers.read(entry)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the handler decided nothing")));
    }

    private JournalEntry apply(JournalEntry marked, EnactDecision decision) {
        if (decision.isApproved()) {
            return TransactionStateMachine.enacted(marked);
        }
        return decision.reason() == null
                ? TransactionStateMachine.undecided(marked, marked.failures(), application.now())
                : TransactionStateMachine.enactRejected(marked);
    }

    /**
     * Runs the effect that is due, unless another node or request is running it. Never fails: an effect that failed
     * becomes due again later.
     */
    Mono<Boolean> runDue(JournalEntry entry) {
        return markBusy(entry)
                .flatMap(marked -> journal.complete(
                                marked,
                                runEffect(marked).thenReturn(TransactionStateMachine.delivered(marked)),
                                timeout.plus(MARGIN))
                        .onErrorResume(error -> noteFailure(marked, error).thenReturn(false)))
                .onErrorResume(error -> {
                    log(entry, error);
                    return Mono.just(false);
                })
                .defaultIfEmpty(false);
    }

    private Mono<Void> runEffect(JournalEntry entry) {
        return runInTime(entry, () -> {
            HeldTransaction transaction = HeldMembers.read(entry);
            return entry.due() == HoldStep.CONSUME ? handler.consume(transaction) : handler.cancel(transaction);
        });
    }

    private Mono<Void> noteFailure(JournalEntry marked, Throwable error) {
        log(marked, error);
        return updateIfMarked(marked, current -> TransactionStateMachine.failed(current, application.now()));
    }

    /** Removes the mark, so that a callback that arrived meanwhile does not wait for the mark to expire. */
    private Mono<Void> release(JournalEntry marked) {
        return updateIfMarked(
                marked, current -> TransactionStateMachine.undecided(current, current.failures(), application.now()));
    }

    /** Changes the entry only if it still carries the mark that this run set. */
    private Mono<Void> updateIfMarked(JournalEntry marked, UnaryOperator<JournalEntry> change) {
        return journal.update(
                        marked.id(),
                        current ->
                                marked.busyUntil() != null && marked.busyUntil().equals(current.busyUntil())
                                        ? change.apply(current)
                                        : null)
                .onErrorResume(ignored -> Mono.empty())
                .then();
    }

    /** Logs only the class: the message of an application's exception may contain user data. */
    private static void log(JournalEntry entry, Throwable error) {
        LOG.warn(
                "an effect of {} failed, the {}. time: {}",
                entry,
                entry.failures() + 1,
                error.getClass().getName());
    }
}
