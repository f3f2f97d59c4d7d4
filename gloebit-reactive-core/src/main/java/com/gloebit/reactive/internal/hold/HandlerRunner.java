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
 * Runs what the application does. An entry is marked busy first, by compare-and-set, so that no two effects of one
 * transaction run at once, on whatever nodes. The mark outlives the longest effect: who finds it past may go ahead.
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

    /** Empty if another holds the entry or changed it. */
    private Mono<JournalEntry> markBusy(JournalEntry entry) {
        Instant now = application.now();
        if (TransactionStateMachine.isBusy(entry, now)) {
            return Mono.empty();
        }
        JournalEntry busy = TransactionStateMachine.busy(
                entry, now.plusMillis(timeout.toMillis()).plus(MARGIN));
        return journal.replace(entry, busy).flatMap(held -> held ? Mono.just(busy) : Mono.empty());
    }

    /** An effect that begins too late for its mark would go on when the mark is past. */
    private <T> Mono<T> runInTime(JournalEntry busy, Supplier<Mono<T>> effect) {
        return Mono.defer(() -> leavesTime(busy)
                        ? effect.get()
                        : Mono.error(new IllegalStateException("the journal took too long")))
                .timeout(timeout, timer);
    }

    private boolean leavesTime(JournalEntry busy) {
        Instant end = application.now().plusMillis(timeout.toMillis());
        return busy.busyUntil() != null && !end.isAfter(busy.busyUntil());
    }

    /** What became of an enact. */
    enum Enacted {
        /** By the handler, and it is written down. */
        DECIDED,
        /** The handler failed or took too long. */
        FAILED,
        /** Another effect runs, or somebody changed the entry meanwhile. */
        OVERTAKEN
    }

    /** @param decided learns of the decision, which the journal does not keep */
    Mono<Enacted> enact(JournalEntry entry, Consumer<EnactDecision> decided) {
        return markBusy(entry)
                .flatMap(busy -> journal.complete(
                                busy,
                                askHandler(busy).doOnNext(decided).map(decision -> apply(busy, decision)),
                                timeout.plus(MARGIN))
                        .flatMap(done -> done
                                ? Mono.just(Enacted.DECIDED)
                                : release(busy).thenReturn(Enacted.OVERTAKEN))
                        .onErrorResume(error -> noteFailure(busy, error).thenReturn(Enacted.FAILED)))
                .defaultIfEmpty(Enacted.OVERTAKEN);
    }

    private Mono<EnactDecision> askHandler(JournalEntry entry) {
        return runInTime(entry, () -> handler.enact(HeldMembers.read(entry)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the handler decided nothing")));
    }

    private JournalEntry apply(JournalEntry busy, EnactDecision decision) {
        if (decision.isApproved()) {
            return TransactionStateMachine.enacted(busy);
        }
        return decision.reason() == null
                ? TransactionStateMachine.asked(busy, busy.failures(), application.now())
                : TransactionStateMachine.vetoed(busy);
    }

    /** Runs the effect that is due, if nobody else does. Never fails: what did not succeed is due again later. */
    Mono<Boolean> runDue(JournalEntry entry) {
        return markBusy(entry)
                .flatMap(busy -> journal.complete(
                                busy,
                                runEffect(busy).thenReturn(TransactionStateMachine.delivered(busy)),
                                timeout.plus(MARGIN))
                        .onErrorResume(error -> noteFailure(busy, error).thenReturn(false)))
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

    private Mono<Void> noteFailure(JournalEntry busy, Throwable error) {
        log(busy, error);
        return updateIfMarked(busy, present -> TransactionStateMachine.failed(present, application.now()));
    }

    /** What came meanwhile need not wait until the mark is past. */
    private Mono<Void> release(JournalEntry busy) {
        return updateIfMarked(
                busy, present -> TransactionStateMachine.asked(present, present.failures(), application.now()));
    }

    /** Changes an entry as long as its mark is the one that was set here. */
    private Mono<Void> updateIfMarked(JournalEntry busy, UnaryOperator<JournalEntry> change) {
        return journal.update(
                        busy.id(),
                        present -> busy.busyUntil() != null && busy.busyUntil().equals(present.busyUntil())
                                ? change.apply(present)
                                : null)
                .onErrorResume(unwritten -> Mono.empty())
                .then();
    }

    /** The class alone: a message of the application's may hold anything. */
    private static void log(JournalEntry entry, Throwable error) {
        LOG.warn(
                "an effect of {} failed, the {}. time: {}",
                entry,
                entry.failures() + 1,
                error.getClass().getName());
    }
}
