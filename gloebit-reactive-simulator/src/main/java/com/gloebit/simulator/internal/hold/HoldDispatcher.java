package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.internal.hold.CallbackSettings.Repeats;
import com.gloebit.simulator.internal.ledger.HoldUrls;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.Purchase;
import com.gloebit.simulator.internal.wire.Violations;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Calls hold URLs and applies the application's decisions to the ledger. */
public final class HoldDispatcher {
    private final Ledger ledger;
    private final HoldSchedule schedule;
    private final Violations violations;
    private final HoldCaller caller;

    public HoldDispatcher(Ledger ledger, HoldSchedule schedule, Violations violations, HoldCaller caller) {
        this.ledger = ledger;
        this.schedule = schedule;
        this.violations = violations;
        this.caller = caller;
        schedule.whenReady(caller.scheduler(), this::advance);
    }

    /** Returns a call that a test makes. Fails at once if the call is not allowed. */
    public Mono<HoldDelivery> deliver(HoldStep step, String transactionId) {
        return deliver(step, ledger.find(transactionId));
    }

    /** Like {@link #deliver(HoldStep, String)}, but needs no unique transaction id. */
    public Mono<HoldDelivery> deliver(HoldStep step, Purchase purchase) {
        HoldProgress progress = schedule.progress(purchase);
        URI uri = uri(step, purchase);
        allow(step, purchase);
        return requested(progress, call(progress, step, uri).doOnNext(delivery -> {
            decide(progress, List.of(delivery));
            schedule.done(progress, step);
        }));
    }

    /** Returns a call that a test makes without regard to the rules. It has no effect on the ledger. */
    public Mono<HoldDelivery> deliverOutOfTurn(HoldStep step, String transactionId) {
        Purchase purchase = ledger.find(transactionId);
        HoldProgress progress = schedule.progress(purchase);
        return requested(progress, call(progress, step, uri(step, purchase)));
    }

    private static URI uri(HoldStep step, Purchase purchase) {
        return purchase.holdUrls()
                .of(step)
                .orElseThrow(() -> new IllegalStateException(step + " cannot be delivered: " + purchase.transactionId()
                        + " has no " + HoldUrls.member(step)));
    }

    /** Ends the request before it emits the delivery, so that the test finds no call under way afterwards. */
    private Mono<HoldDelivery> requested(HoldProgress progress, Mono<HoldDelivery> call) {
        return Mono.using(
                () -> {
                    schedule.requested(progress);
                    return progress;
                },
                unused -> call,
                schedule::requestOver);
    }

    public HoldSchedule schedule() {
        return schedule;
    }

    /** Stops automatic calls and closes the client. Blocks. */
    public void close() {
        schedule.whenReady(Schedulers.immediate(), unused -> {});
        caller.close();
    }

    private void allow(HoldStep step, Purchase purchase) {
        switch (step) {
            case ENACT -> require(step, purchase, ledger.state(purchase) != LedgerEntry.State.QUEUED, "funds are held");
            case CONSUME ->
                require(
                        step,
                        purchase,
                        ledger.state(purchase) == LedgerEntry.State.COMMITTED,
                        "an enact was answered [true]");
            case CANCEL -> {
                ledger.rollBack(purchase);
                require(
                        step,
                        purchase,
                        ledger.state(purchase) == LedgerEntry.State.CANCELLED,
                        "the transaction is not committed");
            }
        }
    }

    private void require(HoldStep step, Purchase purchase, boolean allowed, String needed) {
        if (!allowed) {
            throw new IllegalStateException(step + " cannot be delivered: " + purchase.transactionId() + " is "
                    + ledger.state(purchase) + "; it is allowed where " + needed);
        }
    }

    private void advance(HoldProgress progress) {
        schedule.take(progress)
                .ifPresent(work -> Mono.delay(work.pause(), caller.scheduler())
                        .thenMany(Flux.defer(() -> run(progress, work)))
                        .collectList()
                        .subscribe(delivered -> {
                            decide(progress, delivered);
                            giveUpIfPutOff(progress, work.step(), delivered);
                            schedule.doneBySelf(progress, work.step());
                        }));
    }

    private Flux<HoldDelivery> run(HoldProgress progress, HoldSchedule.Work work) {
        if (work.step() == HoldStep.CANCEL) {
            ledger.rollBack(progress.purchase());
        }
        return Mono.justOrEmpty(progress.purchase().holdUrls().of(work.step()))
                .flatMapMany(uri -> repeated(
                        call(progress, work.step(), uri), work.settings().repeats()));
    }

    private static Flux<HoldDelivery> repeated(Mono<HoldDelivery> call, Repeats repeats) {
        Flux<Integer> times = Flux.range(0, repeats.times());
        return repeats.overlapping() ? times.flatMap(unused -> call, repeats.times()) : times.concatMap(unused -> call);
    }

    private Mono<HoldDelivery> call(HoldProgress progress, HoldStep step, URI uri) {
        return before(step).then(Mono.defer(() -> {
            boolean cancelKnown = schedule.cancelDelivered(progress);
            return caller.get(uri, schedule.settings().timeout())
                    .map(reply ->
                            new HoldDelivery(progress.purchase().transactionId(), step, reply.answer(), reply.detail()))
                    .doOnNext(delivery -> {
                        check(progress, delivery, cancelKnown);
                        schedule.heard(progress, delivery);
                    });
        }));
    }

    private Mono<Void> before(HoldStep step) {
        return Mono.defer(() -> Mono.justOrEmpty(schedule.settings().before()))
                .flatMap(action -> Mono.<Void>fromRunnable(() -> action.accept(step))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorResume(failure -> {
                            record("the action before a call failed: "
                                    + failure.getClass().getName());
                            return Mono.empty();
                        }));
    }

    private void check(HoldProgress progress, HoldDelivery delivery, boolean cancelKnown) {
        if (delivery.step() != HoldStep.ENACT) {
            return;
        }
        if (delivery.answer() == Answer.MALFORMED) {
            record("the answer to an enact is malformed: " + delivery.detail());
        }
        if (delivery.answer() == Answer.TRUE && cancelKnown) {
            record("an enact after the cancel was answered [true]");
        }
        if (delivery.answer() == Answer.REFUSED && schedule.standsEnacted(progress)) {
            record("an enact was refused after an earlier one was answered [true]");
        }
    }

    private void record(String what) {
        violations.record("hold callback", what);
    }

    /** Applies the first answer that accepts or refuses. It has no effect on a decided transaction. */
    private void decide(HoldProgress progress, List<HoldDelivery> delivered) {
        delivered.stream()
                .filter(delivery -> delivery.step() == HoldStep.ENACT && isDecision(delivery))
                .findFirst()
                .ifPresent(delivery -> {
                    if (delivery.answer() == Answer.TRUE && schedule.commits(progress)) {
                        ledger.commitHeld(progress.purchase());
                    } else {
                        ledger.rollBack(progress.purchase());
                    }
                });
    }

    private void giveUpIfPutOff(HoldProgress progress, HoldStep step, List<HoldDelivery> delivered) {
        if (step == HoldStep.ENACT
                && delivered.stream().noneMatch(HoldDispatcher::isDecision)
                && schedule.isLastEnactTry(progress)) {
            ledger.rollBack(progress.purchase());
        }
    }

    private static boolean isDecision(HoldDelivery delivery) {
        return delivery.answer() == Answer.TRUE || delivery.answer() == Answer.REFUSED;
    }
}
