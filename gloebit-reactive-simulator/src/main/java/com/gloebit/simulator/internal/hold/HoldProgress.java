package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.internal.ledger.Purchase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The state of the callbacks of one transaction. Guarded by the lock of {@link HoldSchedule}. */
public final class HoldProgress {
    private final Purchase purchase;
    private final Sinks.Empty<Void> enactTried = Sinks.empty();
    private final Sinks.Empty<Void> over = Sinks.empty();
    private Course course = Course.AS_ANSWERED;
    private @Nullable HoldStep due;
    private boolean begun;
    private boolean answered;
    private boolean running;
    private boolean decided;
    private boolean cancelled;
    private boolean enacted;
    private boolean cancelDelivered;
    private int enactTries;
    private int requested;

    HoldProgress(Purchase purchase) {
        this.purchase = purchase;
    }

    /** Returns the state for the same transaction on the queue again. It keeps whether a cancel was delivered. */
    HoldProgress again() {
        HoldProgress next = new HoldProgress(purchase);
        next.cancelDelivered = cancelDelivered;
        return next;
    }

    public Purchase purchase() {
        return purchase;
    }

    Optional<HoldStep> due() {
        return Optional.ofNullable(due);
    }

    Mono<Void> enactTried() {
        return enactTried.asMono();
    }

    Mono<Void> over() {
        return over.asMono();
    }

    int enactTries() {
        return enactTries;
    }

    /** Whether an enact was called and did not decide. */
    boolean isPutOff() {
        return enactTries > 0 && !decided;
    }

    /** Whether a call of the simulator or of the test is under way. */
    boolean isUnderWay() {
        return running || requested > 0;
    }

    /** Whether an automatic call is under way, is due, or will be due when the answer to the request is sent. */
    boolean isAwaited() {
        return isUnderWay() || (begun && due != null);
    }

    boolean isReady(boolean answerFirst) {
        return begun && due != null && !running && (answered || !answerFirst);
    }

    boolean cancelDelivered() {
        return cancelDelivered;
    }

    /** Whether an enact was answered {@code [true]} and the transaction was not cancelled afterwards. */
    boolean standsEnacted() {
        return enacted && !cancelled;
    }

    /** Whether an enact answered {@code [true]} commits the transaction. */
    boolean commits() {
        return course == Course.AS_ANSWERED;
    }

    /** Whether the transaction has or had a callback. */
    boolean isInvolved() {
        return due != null || decided;
    }

    void ask(Course chosen, boolean now) {
        boolean unasked =
                chosen == Course.CANCEL_WITHOUT_ENACT || !purchase.holdUrls().has(HoldStep.ENACT);
        course = chosen;
        due = unasked ? HoldStep.CANCEL : HoldStep.ENACT;
        begun = now;
    }

    void begin() {
        begun = true;
    }

    void answered() {
        answered = true;
    }

    void run() {
        running = true;
    }

    void requested() {
        requested++;
    }

    void requestOver() {
        requested--;
    }

    void decide(HoldStep last) {
        decided = true;
        begun = true;
        cancelled = last == HoldStep.CANCEL;
        if (purchase.holdUrls().has(last)) {
            due = last;
        } else {
            end();
        }
    }

    /** Marks the automatic calls of a step as finished. */
    void rest() {
        running = false;
    }

    /** Marks a step as called, once or several times, with or without an answer. */
    void done(HoldStep step, boolean lateEnact) {
        if (step == HoldStep.ENACT) {
            enactTried.tryEmitEmpty();
            enactTries++;
        }
        if (due != step || !decided) {
            return;
        }
        end();
        if (lateEnact && step != HoldStep.ENACT && purchase.holdUrls().has(HoldStep.ENACT)) {
            due = HoldStep.ENACT;
        }
    }

    void heard(HoldDelivery delivery) {
        enacted |= delivery.step() == HoldStep.ENACT && delivery.answer() == HoldDelivery.Answer.TRUE;
        cancelDelivered |= delivery.step() == HoldStep.CANCEL && delivery.answer() != HoldDelivery.Answer.NONE;
    }

    private void end() {
        due = null;
        enactTried.tryEmitEmpty();
        over.tryEmitEmpty();
    }
}
