package com.gloebit.simulator;

import com.gloebit.simulator.internal.hold.HoldDispatcher;
import com.gloebit.simulator.internal.hold.HoldSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.scheduler.Schedulers;

/**
 * The calls of hold URLs, as a test sees and steers them. Calls that it asks for are made once each, whatever the
 * {@link CallbackBehaviour}, and in any order that Gloebit may choose:
 *
 * <ul>
 *   <li>enact as soon as the funds are held, and again at any time, after consume and cancel too, then without effect;
 *   <li>consume once the transaction is committed, which takes an enact answered {@code [true]} where there is a URL for
 *       it;
 *   <li>cancel unless the transaction is committed; it rolls back what is not decided.
 * </ul>
 */
public final class HoldCallbacks {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private volatile HoldDispatcher dispatcher;

    HoldCallbacks(HoldDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** From now on it is about the transactions of another ledger. */
    void follow(HoldDispatcher other) {
        dispatcher = other;
    }

    private HoldSchedule schedule() {
        return dispatcher.schedule();
    }

    /**
     * Changes how the simulator calls. What is due is delivered at once if it becomes automatic.
     *
     * @param value in place of {@link GloebitSimulatorBuilder#callbacks}
     */
    public void behave(CallbackBehaviour value) {
        schedule().setSettings(value.settings());
    }

    /**
     * Calls one hold URL now and waits for what the application answers. The wait is bounded by
     * {@link CallbackBehaviour#withTimeout}.
     *
     * @param step which URL
     * @param transactionId id of a transaction in the ledger
     * @return what the application answered
     * @throws IllegalStateException if Gloebit would not call that now, if there is no such URL, or on a thread that must
     *     not block
     */
    public HoldDelivery deliver(HoldStep step, String transactionId) {
        requireBlocking();
        return await(start(step, transactionId));
    }

    /**
     * Calls one hold URL now, so that several overlap.
     *
     * @param step which URL
     * @param transactionId id of a transaction in the ledger
     * @return what the application will have answered; never fails
     * @throws IllegalStateException if Gloebit would not call that now, or if there is no such URL
     */
    public CompletableFuture<HoldDelivery> start(HoldStep step, String transactionId) {
        return dispatcher.deliver(step, transactionId).toFuture();
    }

    /**
     * Calls one hold URL now, although Gloebit would not: consume after a cancel, or what the application has to see to
     * survive it. It is a call and nothing else: the ledger stays as it is, whatever is answered.
     *
     * @param step which URL
     * @param transactionId id of a transaction in the ledger
     * @return what the application answered
     * @throws IllegalStateException if there is no such URL, or on a thread that must not block
     */
    public HoldDelivery deliverOutOfTurn(HoldStep step, String transactionId) {
        requireBlocking();
        return await(dispatcher.deliverOutOfTurn(step, transactionId).toFuture());
    }

    /**
     * Calls what is due of the oldest transaction with something due: enact until it is decided, then consume or cancel.
     *
     * @return what was called and answered; empty if nothing is due
     * @throws IllegalStateException if there is no URL for it, or on a thread that must not block
     */
    public Optional<HoldDelivery> deliverNext() {
        requireBlocking();
        return schedule()
                .next()
                .flatMap(progress -> schedule()
                        .due(progress)
                        .map(step -> await(
                                dispatcher.deliver(step, progress.purchase()).toFuture())));
    }

    /**
     * Every call that was made, by the simulator or by the test.
     *
     * @return an immutable copy, in the order of their answers; the first thousand are kept
     */
    public List<HoldDelivery> deliveries() {
        return schedule().deliveries();
    }

    /**
     * Waits until the test can deliver something for a transaction, as where the answer to its request is withheld.
     *
     * @param transactionId id of a transaction that is in the ledger, or will be
     * @param limit how long to wait at most
     * @return false if it took longer
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitDue(String transactionId, Duration limit) throws InterruptedException {
        return schedule().awaitDue(transactionId, limit);
    }

    /**
     * Waits until nothing is on its way and the simulator will call nothing by itself.
     *
     * @param limit how long to wait at most
     * @return false if it took longer
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return schedule().awaitIdle(limit);
    }

    private static void requireBlocking() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("deliver blocks, which this thread must not; start does not block");
        }
    }

    private HoldDelivery await(CompletableFuture<HoldDelivery> delivery) {
        Duration limit = schedule().settings().timeout().plus(MARGIN);
        try {
            return delivery.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the application was called", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the call did not end within " + limit, failure);
        }
    }
}
