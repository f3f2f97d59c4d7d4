package com.gloebit.simulator;

import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
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

/** The callbacks of all transactions: what is due, and what was delivered. One lock guards all of it, always briefly. */
final class HoldCourses implements HoldEvents {
    private static final int KEPT = 1000;

    private final Map<Purchase.Key, HoldCourse> courses = new LinkedHashMap<>();
    private final List<HoldDelivery> deliveries = new ArrayList<>();
    private CallbackBehaviour behaviour = CallbackBehaviour.automatic();
    private Random random = new Random(0);
    private Scheduler scheduler = Schedulers.immediate();
    private Consumer<HoldCourse> whenReady = unused -> {};

    HoldCourses(CallbackBehaviour behaviour) {
        setBehaviour(behaviour);
    }

    /**
     * Work that one may start now.
     *
     * @param pause how long to wait first
     */
    record Work(HoldStep step, Duration pause, CallbackBehaviour behaviour) {}

    /**
     * Names who is told of a course that may go on, and where: on another thread, because it may need the ledger, whose
     * lock is never taken with this one held.
     */
    synchronized void whenReady(Scheduler where, Consumer<HoldCourse> action) {
        scheduler = where;
        whenReady = action;
    }

    synchronized CallbackBehaviour behaviour() {
        return behaviour;
    }

    synchronized void setBehaviour(CallbackBehaviour value) {
        behaviour = value;
        random = new Random(value.delay().seed().orElse(0));
        courses.values().forEach(this::tell);
    }

    @Override
    public synchronized boolean held(Purchase purchase, boolean begun) {
        if (!decides(behaviour.course(), purchase.holdUrls())) {
            return false;
        }
        HoldCourse course = course(purchase);
        course.ask(behaviour.course(), begun);
        tell(course);
        return true;
    }

    @Override
    public synchronized boolean begun(Purchase purchase) {
        HoldCourse course = courses.get(purchase.key());
        if (course == null || course.due().isEmpty()) {
            return false;
        }
        course.begin();
        tell(course);
        return true;
    }

    @Override
    public synchronized boolean queuedAgain(Purchase purchase) {
        if (purchase.holdUrls().isEmpty()) {
            return true;
        }
        HoldCourse before = course(purchase);
        boolean over = !before.isUnderWay() && before.due().isEmpty();
        if (over) {
            courses.put(purchase.key(), before.again());
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

    synchronized HoldCourse course(Purchase purchase) {
        return courses.computeIfAbsent(purchase.key(), unused -> new HoldCourse(purchase));
    }

    /** What the answer to a new transaction waits for. */
    synchronized Optional<Mono<Void>> beforeAnswer(Purchase purchase) {
        HoldCourse course = course(purchase);
        if (!course.isInvolved()) {
            return Optional.empty();
        }
        return switch (behaviour.timing()) {
            case AFTER_ANSWER -> Optional.empty();
            case ENACT_BEFORE_ANSWER ->
                Optional.of(course.enactTried().publishOn(scheduler))
                        .filter(unused -> purchase.holdUrls().has(HoldStep.ENACT));
            case ALL_BEFORE_ANSWER -> Optional.of(course.over().publishOn(scheduler));
        };
    }

    /** The answer to a new transaction is on its way or lost. */
    synchronized void answered(Purchase purchase) {
        HoldCourse course = course(purchase);
        course.answered();
        tell(course);
    }

    /** Takes on a course, unless there is nothing to do or another does it. */
    synchronized Optional<Work> take(HoldCourse course) {
        if (!isReady(course)) {
            return Optional.empty();
        }
        course.run();
        return course.due().map(step -> new Work(step, pause(course, step), behaviour));
    }

    /** The test calls something; {@link #requestOver} has to follow. */
    synchronized void requested(HoldCourse course) {
        course.requested();
    }

    synchronized void requestOver(HoldCourse course) {
        course.requestOver();
        notifyAll();
    }

    synchronized boolean commits(HoldCourse course) {
        return course.commits();
    }

    synchronized boolean isTiredOf(HoldCourse course) {
        return course.enactTries() + 1 >= behaviour.retry().tries();
    }

    synchronized void done(HoldCourse course, HoldStep step) {
        course.done(step, false);
    }

    /** Like {@link #done}, for a course that was taken. */
    synchronized void doneBySelf(HoldCourse course, HoldStep step) {
        course.rest();
        course.done(step, behaviour.lateEnact());
        tell(course);
    }

    synchronized boolean cancelDelivered(HoldCourse course) {
        return course.cancelDelivered();
    }

    synchronized boolean standsEnacted(HoldCourse course) {
        return course.standsEnacted();
    }

    synchronized void heard(HoldCourse course, HoldDelivery delivery) {
        course.heard(delivery);
        if (deliveries.size() < KEPT) {
            deliveries.add(delivery);
        }
    }

    synchronized List<HoldDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The transaction that waits longest among those that have something due. */
    synchronized Optional<HoldCourse> next() {
        return courses.values().stream()
                .filter(course -> course.due().isPresent())
                .findFirst();
    }

    synchronized Optional<HoldStep> due(HoldCourse course) {
        return course.due();
    }

    /** Waits until nothing is on its way or will be; false if that took too long. */
    synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
        return await(this::isIdle, limit);
    }

    /** Waits until a transaction has something due; false if that took too long. */
    synchronized boolean awaitDue(String transactionId, Duration limit) throws InterruptedException {
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
        return courses.values().stream()
                .filter(course -> course.due().isPresent())
                .anyMatch(course -> course.purchase().transactionId().equalsIgnoreCase(transactionId));
    }

    private boolean isIdle() {
        return courses.values().stream()
                .noneMatch(course -> behaviour.isAutomatic() ? course.isAwaited() : course.isUnderWay());
    }

    private static boolean decides(Course course, HoldUrls urls) {
        return course == Course.AS_ANSWERED ? urls.has(HoldStep.ENACT) : !urls.isEmpty();
    }

    private void decided(Purchase purchase, HoldStep last) {
        if (!purchase.holdUrls().isEmpty()) {
            HoldCourse course = course(purchase);
            course.decide(last);
            tell(course);
        }
    }

    private void tell(HoldCourse course) {
        notifyAll();
        if (isReady(course)) {
            scheduler.schedule(() -> whenReady.accept(course));
        }
    }

    private boolean isReady(HoldCourse course) {
        return behaviour.isAutomatic() && course.isReady(behaviour.timing() == Timing.AFTER_ANSWER);
    }

    private Duration pause(HoldCourse course, HoldStep step) {
        if (step == HoldStep.ENACT && course.isPutOff()) {
            return behaviour.retry().pause();
        }
        Duration most = behaviour.delay().most();
        return behaviour.delay().seed().isPresent()
                ? Duration.ofNanos((long) (random.nextDouble() * most.toNanos()))
                : most;
    }
}
