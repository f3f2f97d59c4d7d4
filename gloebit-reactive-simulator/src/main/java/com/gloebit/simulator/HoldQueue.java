package com.gloebit.simulator;

import com.gloebit.simulator.CallbackBehaviour.Repeats;
import com.gloebit.simulator.HoldDelivery.Answer;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Calls hold URLs and books what the application decides. */
final class HoldQueue {
    private final Ledger ledger;
    private final HoldCourses courses;
    private final Violations violations;
    private final HoldCaller caller = new HoldCaller();

    HoldQueue(Ledger ledger, HoldCourses courses, Violations violations) {
        this.ledger = ledger;
        this.courses = courses;
        this.violations = violations;
        courses.whenReady(caller.scheduler(), this::advance);
    }

    /** One call that a test asks for. Whether it is allowed is checked before this returns. */
    Mono<HoldDelivery> deliver(HoldStep step, String transactionId) {
        return deliver(step, ledger.find(transactionId));
    }

    /** Like {@link #deliver(HoldStep, String)}, where another application's transaction may have the same id. */
    Mono<HoldDelivery> deliver(HoldStep step, Purchase purchase) {
        HoldCourse course = courses.course(purchase);
        URI uri = uri(step, purchase);
        allow(step, purchase);
        return requested(course, call(course, step, uri).doOnNext(delivery -> {
            decide(course, List.of(delivery));
            courses.done(course, step);
        }));
    }

    /** One call that a test asks for against the rules, without effect here. */
    Mono<HoldDelivery> deliverOutOfTurn(HoldStep step, String transactionId) {
        Purchase purchase = ledger.find(transactionId);
        HoldCourse course = courses.course(purchase);
        return requested(course, call(course, step, uri(step, purchase)));
    }

    private static URI uri(HoldStep step, Purchase purchase) {
        return purchase.holdUrls()
                .of(step)
                .orElseThrow(() -> new IllegalStateException(
                        step + " cannot be delivered: " + purchase.transactionId() + " has no " + step.member()));
    }

    private Mono<HoldDelivery> requested(HoldCourse course, Mono<HoldDelivery> call) {
        return call.doOnSubscribe(unused -> courses.requested(course)).doFinally(unused -> courses.requestOver(course));
    }

    HoldCourses courses() {
        return courses;
    }

    /** What becomes ready from now on is called no more. */
    void close() {
        courses.whenReady(Schedulers.immediate(), unused -> {});
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

    private void advance(HoldCourse course) {
        courses.take(course)
                .ifPresent(work -> Mono.delay(work.pause(), caller.scheduler())
                        .thenMany(Flux.defer(() -> run(course, work)))
                        .collectList()
                        .subscribe(delivered -> {
                            decide(course, delivered);
                            giveUpIfPutOff(course, work.step(), delivered);
                            courses.doneBySelf(course, work.step());
                        }));
    }

    private Flux<HoldDelivery> run(HoldCourse course, HoldCourses.Work work) {
        if (work.step() == HoldStep.CANCEL) {
            ledger.rollBack(course.purchase());
        }
        return Mono.justOrEmpty(course.purchase().holdUrls().of(work.step()))
                .flatMapMany(uri -> repeated(
                        call(course, work.step(), uri), work.behaviour().repeats()));
    }

    private static Flux<HoldDelivery> repeated(Mono<HoldDelivery> call, Repeats repeats) {
        Flux<Integer> times = Flux.range(0, repeats.times());
        return repeats.overlapping() ? times.flatMap(unused -> call, repeats.times()) : times.concatMap(unused -> call);
    }

    private Mono<HoldDelivery> call(HoldCourse course, HoldStep step, URI uri) {
        return before(step).then(Mono.defer(() -> {
            boolean cancelKnown = courses.cancelDelivered(course);
            return caller.get(uri, courses.behaviour().timeout())
                    .map(reply ->
                            new HoldDelivery(course.purchase().transactionId(), step, reply.answer(), reply.detail()))
                    .doOnNext(delivery -> {
                        check(course, delivery, cancelKnown);
                        courses.heard(course, delivery);
                    });
        }));
    }

    private Mono<Void> before(HoldStep step) {
        return Mono.defer(() -> Mono.justOrEmpty(courses.behaviour().before()))
                .flatMap(action -> Mono.<Void>fromRunnable(() -> action.accept(step))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorResume(failure -> {
                            record("what was to be done before a call failed: "
                                    + failure.getClass().getName());
                            return Mono.empty();
                        }));
    }

    private void check(HoldCourse course, HoldDelivery delivery, boolean cancelKnown) {
        if (delivery.step() != HoldStep.ENACT) {
            return;
        }
        if (delivery.answer() == Answer.MALFORMED) {
            record("the answer to an enact is malformed: " + delivery.detail());
        }
        if (delivery.answer() == Answer.TRUE && cancelKnown) {
            record("an enact after the cancel was answered [true]");
        }
        if (delivery.answer() == Answer.REFUSED && courses.standsEnacted(course)) {
            record("an enact was refused after an earlier one was answered [true]");
        }
    }

    private void record(String what) {
        violations.record("hold callback", what);
    }

    /** The first answer that decides counts; on a transaction that is decided none has an effect. */
    private void decide(HoldCourse course, List<HoldDelivery> delivered) {
        delivered.stream()
                .filter(delivery -> delivery.step() == HoldStep.ENACT && delivery.isDecision())
                .findFirst()
                .ifPresent(delivery -> {
                    if (delivery.answer() == Answer.TRUE && courses.commits(course)) {
                        ledger.commitHeld(course.purchase());
                    } else {
                        ledger.rollBack(course.purchase());
                    }
                });
    }

    private void giveUpIfPutOff(HoldCourse course, HoldStep step, List<HoldDelivery> delivered) {
        if (step == HoldStep.ENACT
                && delivered.stream().noneMatch(HoldDelivery::isDecision)
                && courses.isTiredOf(course)) {
            ledger.rollBack(course.purchase());
        }
    }
}
