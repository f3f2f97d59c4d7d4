package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.internal.ledger.HoldEvents;
import com.gloebit.simulator.internal.ledger.HoldUrls;
import com.gloebit.simulator.internal.ledger.Purchase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The due calls and the deliveries of all transactions. One lock guards the state; it is held for short times only. */
public final class HoldSchedule implements HoldEvents {
    private static final int KEPT = 1000;

    private final Map<Purchase.Key, HoldProgress> transactions = new LinkedHashMap<>();
    private final List<HoldDelivery> deliveries = new ArrayList<>();
    private CallbackSettings settings = CallbackSettings.AUTOMATIC;
    private Random random = new Random(0);
    private Scheduler scheduler = Schedulers.immediate();
    private Consumer<HoldProgress> whenReady = unused -> {};

    public HoldSchedule(CallbackSettings settings) {
        setSettings(settings);
    }

    /**
     * A step that may start now.
     *
     * @param pause the delay before it
     */
    record Work(HoldStep step, Duration pause, CallbackSettings settings) {}

    /**
     * Sets the action for transactions whose next step may start. It runs on another thread, because it takes the
     * ledger's lock, which must not be taken while this lock is held.
     */
    synchronized void whenReady(Scheduler where, Consumer<HoldProgress> action) {
        scheduler = where;
        whenReady = action;
    }

    public synchronized CallbackSettings settings() {
        return settings;
    }

    public synchronized void setSettings(CallbackSettings value) {
        settings = value;
        random = new Random(value.delay().seed().orElse(0));
        transactions.values().forEach(this::tell);
    }

    @Override
    public synchronized boolean held(Purchase purchase, boolean begun) {
        if (!decides(settings.course(), purchase.holdUrls())) {
            return false;
        }
        HoldProgress progress = progress(purchase);
        progress.ask(settings.course(), begun);
        tell(progress);
        return true;
    }

    @Override
    public synchronized boolean begun(Purchase purchase) {
        HoldProgress progress = transactions.get(purchase.key());
        if (progress == null || progress.due().isEmpty()) {
            return false;
        }
        progress.begin();
        tell(progress);
        return true;
    }

    @Override
    public synchronized boolean queuedAgain(Purchase purchase) {
        if (purchase.holdUrls().isEmpty()) {
            return true;
        }
        HoldProgress before = progress(purchase);
        boolean over = !before.isUnderWay() && before.due().isEmpty();
        if (over) {
            transactions.put(purchase.key(), before.again());
        }
        return over;
    }

    @Override
    public synchronized void committed(Purchase purchase) {
        decided(purchase, HoldStep.CONSUME);
    }

    @Override
    public synchronized void cancelled(Purchase purchase) {
        decided(purchase, HoldStep.CANCEL);
    }

    synchronized HoldProgress progress(Purchase purchase) {
        return transactions.computeIfAbsent(purchase.key(), unused -> new HoldProgress(purchase));
    }

    /** Returns the signal that the answer to a new transaction waits for; empty if it does not wait. */
    public synchronized Optional<Mono<Void>> beforeAnswer(Purchase purchase) {
        HoldProgress progress = progress(purchase);
        if (!progress.isInvolved()) {
            return Optional.empty();
        }
        return switch (settings.timing()) {
            case AFTER_ANSWER -> Optional.empty();
            case ENACT_BEFORE_ANSWER ->
                Optional.of(progress.enactTried().publishOn(scheduler))
                        .filter(unused -> purchase.holdUrls().has(HoldStep.ENACT));
            case ALL_BEFORE_ANSWER -> Optional.of(progress.over().publishOn(scheduler));
        };
    }

    /** Marks the answer to a new transaction as sent or lost. */
    public synchronized void answered(Purchase purchase) {
        HoldProgress progress = progress(purchase);
        progress.answered();
        tell(progress);
    }

    /** Takes the next step of a transaction; empty if none is due or another thread has taken it. */
    synchronized Optional<Work> take(HoldProgress progress) {
        if (!isReady(progress)) {
            return Optional.empty();
        }
        progress.run();
        return progress.due().map(step -> new Work(step, pause(progress, step), settings));
    }

    /** Marks a call of the test as started; {@link #requestOver} has to follow. */
    synchronized void requested(HoldProgress progress) {
        progress.requested();
    }

    synchronized void requestOver(HoldProgress progress) {
        progress.requestOver();
        notifyAll();
    }

    synchronized boolean commits(HoldProgress progress) {
        return progress.commits();
    }

    synchronized boolean isLastEnactTry(HoldProgress progress) {
        return progress.enactTries() + 1 >= settings.retry().tries();
    }

    synchronized void done(HoldProgress progress, HoldStep step) {
        progress.done(step, false);
    }

    /** Like {@link #done}, for a step that was taken. */
    synchronized void doneBySelf(HoldProgress progress, HoldStep step) {
        progress.rest();
        progress.done(step, settings.lateEnact());
        tell(progress);
    }

    synchronized boolean cancelDelivered(HoldProgress progress) {
        return progress.cancelDelivered();
    }

    synchronized boolean standsEnacted(HoldProgress progress) {
        return progress.standsEnacted();
    }

    synchronized void heard(HoldProgress progress, HoldDelivery delivery) {
        progress.heard(delivery);
        if (deliveries.size() < KEPT) {
            deliveries.add(delivery);
        }
    }

    public synchronized List<HoldDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The oldest transaction with a due call. */
    public synchronized Optional<HoldProgress> next() {
        return transactions.values().stream()
                .filter(progress -> progress.due().isPresent())
                .findFirst();
    }

    public synchronized Optional<HoldStep> due(HoldProgress progress) {
        return progress.due();
    }

    /** Waits until no call is under way and no automatic call will follow; false after the limit. */
    public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
        return await(this::isIdle, limit);
    }

    /** Waits until a call of a transaction is due; false after the limit. */
    public synchronized boolean awaitDue(String transactionId, Duration limit) throws InterruptedException {
        return await(() -> isDue(transactionId), limit);
    }

    private boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long rest = end - System.nanoTime();
            if (rest <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(rest, 1));
        }
        return true;
    }

    private boolean isDue(String transactionId) {
        return transactions.values().stream()
                .filter(progress -> progress.due().isPresent())
                .anyMatch(progress -> progress.purchase().transactionId().equalsIgnoreCase(transactionId));
    }

    private boolean isIdle() {
        return transactions.values().stream()
                .noneMatch(progress -> settings.automatic() ? progress.isAwaited() : progress.isUnderWay());
    }

    private static boolean decides(Course course, HoldUrls urls) {
        return course == Course.AS_ANSWERED ? urls.has(HoldStep.ENACT) : !urls.isEmpty();
    }

    private void decided(Purchase purchase, HoldStep last) {
        if (!purchase.holdUrls().isEmpty()) {
            HoldProgress progress = progress(purchase);
            progress.decide(last);
            tell(progress);
        }
    }

    private void tell(HoldProgress progress) {
        notifyAll();
        if (isReady(progress)) {
            scheduler.schedule(() -> whenReady.accept(progress));
        }
    }

    private boolean isReady(HoldProgress progress) {
        return settings.automatic() && progress.isReady(settings.timing() == Timing.AFTER_ANSWER);
    }

    private Duration pause(HoldProgress progress, HoldStep step) {
        if (step == HoldStep.ENACT && progress.isPutOff()) {
            return settings.retry().pause();
        }
        Duration most = settings.delay().most();
        return settings.delay().seed().isPresent()
                ? Duration.ofNanos((long) (random.nextDouble() * most.toNanos()))
                : most;
    }
}
