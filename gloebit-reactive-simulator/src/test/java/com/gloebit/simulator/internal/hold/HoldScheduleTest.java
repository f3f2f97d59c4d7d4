package com.gloebit.simulator.internal.hold;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.internal.hold.CallbackSettings.Delay;
import com.gloebit.simulator.internal.hold.CallbackSettings.Retry;
import com.gloebit.simulator.internal.ledger.HoldUrls;
import com.gloebit.simulator.internal.ledger.Purchase;
import com.gloebit.simulator.support.Fixture;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The schedule of automatic calls, without a server. */
class HoldScheduleTest {
    private final List<HoldProgress> told = new ArrayList<>();
    private final HoldSchedule schedule = new HoldSchedule(CallbackSettings.AUTOMATIC);

    HoldScheduleTest() {
        schedule.whenReady(Schedulers.immediate(), told::add);
    }

    @Test
    void noUrlIsCalledBeforeTheAnswer() {
        Purchase purchase = purchase("order-1");
        schedule.held(purchase, true);
        assertThat(told).isEmpty();
        assertThat(schedule.take(schedule.progress(purchase))).isEmpty();

        schedule.answered(purchase);

        assertThat(told).containsExactly(schedule.progress(purchase));
        assertThat(schedule.take(schedule.progress(purchase))).isPresent();
        assertThat(schedule.take(schedule.progress(purchase))).as("taken twice").isEmpty();
    }

    @Test
    void equalSeedsDrawEqualDelays() {
        List<Duration> first = delays(42);

        assertThat(delays(42)).isEqualTo(first);
        assertThat(delays(43)).isNotEqualTo(first);
        assertThat(first).allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void fixedDelayAppliesToEachStep() {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(
                draft -> draft.delay = new Delay(Duration.ofMillis(7), OptionalLong.empty())));
        Purchase purchase = purchase("order-1");

        assertThat(pause(purchase)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void nextTryWaitsForTheRetryPauseAndLateEnactForTheDelay() {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> {
            draft.delay = new Delay(Duration.ofMillis(7), OptionalLong.empty());
            draft.retry = new Retry(Duration.ofMillis(3), 5);
            draft.lateEnact = true;
        }));
        Purchase purchase = purchase("order-1");
        HoldProgress progress = schedule.progress(purchase);
        assertThat(pause(purchase)).isEqualTo(Duration.ofMillis(7));
        schedule.doneBySelf(progress, HoldStep.ENACT);
        assertThat(schedule.take(progress).orElseThrow().pause()).isEqualTo(Duration.ofMillis(3));

        schedule.committed(purchase);
        schedule.doneBySelf(progress, HoldStep.ENACT);
        schedule.doneBySelf(progress, HoldStep.CONSUME);

        assertThat(schedule.take(progress)).hasValueSatisfying(work -> {
            assertThat(work.step()).isEqualTo(HoldStep.ENACT);
            assertThat(work.pause()).isEqualTo(Duration.ofMillis(7));
        });
    }

    /** The application may have answered before the request that made the transaction gets here. */
    @ParameterizedTest
    @EnumSource(
            value = Timing.class,
            names = {"ENACT_BEFORE_ANSWER", "ALL_BEFORE_ANSWER"})
    void answerDoesNotWaitForAFinishedTransaction(Timing timing) {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> draft.timing = timing));
        Purchase purchase = purchase("order-1");
        schedule.held(purchase, true);
        assertThat(schedule.take(schedule.progress(purchase))).isPresent();
        schedule.cancelled(purchase);
        schedule.doneBySelf(schedule.progress(purchase), HoldStep.ENACT);

        Mono<Void> over = schedule.beforeAnswer(purchase).orElseThrow();

        assertThat(over.toFuture()).isCompleted();
    }

    @Test
    void answerAfterAllCallbacksWaitsForConsume() {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> draft.timing = Timing.ALL_BEFORE_ANSWER));
        Purchase purchase = purchase("order-1");
        schedule.held(purchase, true);
        CompletableFuture<Void> over =
                schedule.beforeAnswer(purchase).orElseThrow().toFuture();

        schedule.committed(purchase);
        schedule.doneBySelf(schedule.progress(purchase), HoldStep.ENACT);
        assertThat(over).isNotDone();
        schedule.doneBySelf(schedule.progress(purchase), HoldStep.CONSUME);

        assertThat(over).isCompleted();
    }

    /** Here there may be the lock of the ledger. */
    @ParameterizedTest
    @EnumSource(
            value = Timing.class,
            names = {"ENACT_BEFORE_ANSWER", "ALL_BEFORE_ANSWER"})
    void answerContinuesOnTheSchedulersThread(Timing timing) {
        Queue<Runnable> elsewhere = new ArrayDeque<>();
        schedule.whenReady(Schedulers.fromExecutor(elsewhere::add), told::add);
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> draft.timing = timing));
        Purchase purchase = purchase("order-1");
        schedule.held(purchase, true);
        assertThat(told).isEmpty();
        elsewhere.remove().run();
        assertThat(told).hasSize(1);
        CompletableFuture<Void> answer =
                schedule.beforeAnswer(purchase).orElseThrow().toFuture();

        schedule.cancelled(purchase);
        assertThat(answer).isNotDone();
        elsewhere.remove().run();

        assertThat(answer).isCompleted();
    }

    @Test
    void lateEnactNeedsAnEnactUrl() {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> draft.lateEnact = true));
        Purchase purchase = purchase("order-1", HoldStep.CONSUME);
        schedule.committed(purchase);

        schedule.doneBySelf(schedule.progress(purchase), HoldStep.CONSUME);

        assertThat(schedule.next()).isEmpty();
    }

    @Test
    void lateEnactDoesNotFollowACallOfTheTest() {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(draft -> {
            draft.automatic = false;
            draft.lateEnact = true;
        }));
        Purchase purchase = purchase("order-1");
        schedule.committed(purchase);

        schedule.done(schedule.progress(purchase), HoldStep.CONSUME);

        assertThat(schedule.next()).isEmpty();
    }

    @Test
    void onlyTheFirstThousandDeliveriesAreKept() {
        HoldProgress progress = schedule.progress(purchase("order-1"));
        for (int i = 0; i <= 1000; i++) {
            schedule.heard(progress, new HoldDelivery("order-" + i, HoldStep.ENACT, HoldDelivery.Answer.PENDING, ""));
        }

        assertThat(schedule.deliveries()).hasSize(1000).last().returns("order-999", HoldDelivery::transactionId);
    }

    private List<Duration> delays(long seed) {
        schedule.setSettings(CallbackSettings.AUTOMATIC.with(
                draft -> draft.delay = new Delay(Duration.ofSeconds(1), OptionalLong.of(seed))));
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            delays.add(pause(purchase("order-" + seed + "-" + told.size())));
        }
        return delays;
    }

    private Duration pause(Purchase purchase) {
        schedule.held(purchase, true);
        schedule.answered(purchase);
        return schedule.take(schedule.progress(purchase)).orElseThrow().pause();
    }

    private static Purchase purchase(String id) {
        return purchase(id, HoldStep.ENACT, HoldStep.CONSUME);
    }

    private static Purchase purchase(String id, HoldStep... steps) {
        return new Purchase(
                Fixture.KEY,
                "ada",
                Optional.empty(),
                id,
                "",
                LedgerEntry.Kind.ITEM,
                "torch",
                1,
                BigDecimal.ONE,
                Optional.empty(),
                new HoldUrls(Arrays.stream(steps)
                        .collect(toMap(step -> step, step -> URI.create("http://127.0.0.1:8080/" + step)))));
    }
}
