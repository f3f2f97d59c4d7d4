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
 * Controls and observes the calls of hold URLs. Each call that a test makes is made once, independent of the
 * {@link CallbackBehaviour}. {@link #deliver} and {@link #start} allow the calls that Gloebit may make:
 *
 * <table>
 * <caption>Allowed calls</caption>
 * <tr><th>call</th><th>allowed</th><th>effect</th></tr>
 * <tr><td>enact</td><td>from the moment the funds are held, any number of times</td>
 *     <td>none after consume and cancel</td></tr>
 * <tr><td>consume</td><td>if the transaction is committed; with an enact URL an enact answered {@code [true]} commits
 * it
 *     </td><td>none</td></tr>
 * <tr><td>cancel</td><td>if the transaction is not committed</td><td>rolls the transaction back</td></tr>
 * </table>
 */
public final class HoldCallbacks {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private volatile HoldDispatcher dispatcher;

    HoldCallbacks(HoldDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Switches to the transactions of another ledger. */
    void follow(HoldDispatcher other) {
        dispatcher = other;
    }

    private HoldSchedule schedule() {
        return dispatcher.schedule();
    }

    /**
     * Changes how the simulator calls hold URLs. If the calls become automatic, calls that are due are made at once.
     *
     * @param value replaces {@link GloebitSimulatorBuilder#callbacks}
     */
    public void behave(CallbackBehaviour value) {
        schedule().setSettings(value.settings());
    }

    /**
     * Calls a hold URL and waits for the application's answer. {@link CallbackBehaviour#withTimeout} bounds the wait.
     *
     * @param step the URL to call
     * @param transactionId id of a transaction in the ledger
     * @return the call and its answer
     * @throws IllegalStateException if Gloebit would not make the call now, if there is no such URL, or on a thread
     *     that must not block
     */
    public HoldDelivery deliver(HoldStep step, String transactionId) {
        requireBlocking();
        return await(start(step, transactionId));
    }

    /**
     * Calls a hold URL and returns at once, so that several calls can overlap.
     *
     * @param step the URL to call
     * @param transactionId id of a transaction in the ledger
     * @return completes with the application's answer; never fails
     * @throws IllegalStateException if Gloebit would not make the call now, or if there is no such URL
     */
    public CompletableFuture<HoldDelivery> start(HoldStep step, String transactionId) {
        return dispatcher.deliver(step, transactionId).toFuture();
    }

    /**
     * Calls a hold URL without regard to Gloebit's rules, such as consume after cancel. Neither the call nor its answer
     * changes the ledger.
     *
     * @param step the URL to call
     * @param transactionId id of a transaction in the ledger
     * @return the call and its answer
     * @throws IllegalStateException if there is no such URL, or on a thread that must not block
     */
    public HoldDelivery deliverOutOfTurn(HoldStep step, String transactionId) {
        requireBlocking();
        return await(dispatcher.deliverOutOfTurn(step, transactionId).toFuture());
    }

    /**
     * Makes the due call of the oldest transaction that has one: enact until the transaction is decided, then consume
     * or cancel.
     *
     * @return the call and its answer; empty if no call is due
     * @throws IllegalStateException if the transaction has no URL for the call, or on a thread that must not block
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
     * Returns every call, automatic or made by the test.
     *
     * @return an immutable copy, in the order of their answers; the first thousand are kept
     */
    public List<HoldDelivery> deliveries() {
        return schedule().deliveries();
    }

    /**
     * Waits until a call of a transaction is due. A test needs this if the answer to the request is withheld.
     *
     * @param transactionId id of a transaction, which need not be in the ledger yet
     * @param limit the longest wait
     * @return false if no call was due within the limit
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitDue(String transactionId, Duration limit) throws InterruptedException {
        return schedule().awaitDue(transactionId, limit);
    }

    /**
     * Waits until no call is under way and no automatic call will follow.
     *
     * @param limit the longest wait
     * @return false if the limit has passed before
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return schedule().awaitIdle(limit);
    }

    private static void requireBlocking() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("deliver blocks, but this thread must not block; start does not block");
        }
    }

    private HoldDelivery await(CompletableFuture<HoldDelivery> delivery) {
        Duration limit = schedule().settings().timeout().plus(MARGIN);
        try {
            return delivery.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the call of the application", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the call did not end within " + limit, failure);
        }
    }
}
