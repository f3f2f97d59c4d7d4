package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.internal.ledger.Purchase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Where the callbacks of one transaction stand. Guarded by the lock of {@link HoldSchedule}. */
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

    /** That of the same transaction when it goes back on the queue: whether the application was told of a cancel lasts. */
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

    /** An enact was called, and the next is another try. */
    boolean isPutOff() {
        return enactTries > 0 && !decided;
    }

    /** Whether a call of the simulator's or of the test's is on its way. */
    boolean isUnderWay() {
        return running || requested > 0;
    }

    /** Whether the simulator has something to call, at once or when the answer to the request has been sent. */
    boolean isAwaited() {
        return isUnderWay() || (begun && due != null);
    }

    boolean isReady(boolean answerFirst) {
        return begun && due != null && !running && (answered || !answerFirst);
    }

    boolean cancelDelivered() {
        return cancelDelivered;
    }

    /** An enact that was answered with true, of a transaction that was not cancelled since. */
    boolean standsEnacted() {
        return enacted && !cancelled;
    }

    /** Whether an enact that is answered with true commits the transaction. */
    boolean commits() {
        return course == Course.AS_ANSWERED;
    }

    /** Whether the callbacks had, or have, something to say. */
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

    /** The simulator's own calls of a step are over. */
    void rest() {
        running = false;
    }

    /** One or several calls of a step were answered, or failed. */
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
