package com.gloebit.simulator;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour.Timing;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** When the simulator calls by itself, without a server. */
class HoldCoursesTest {
    private final List<HoldCourse> told = new ArrayList<>();
    private final HoldCourses courses = new HoldCourses(CallbackBehaviour.automatic());

    HoldCoursesTest() {
        courses.whenReady(Schedulers.immediate(), told::add);
    }

    @Test
    void nothingIsCalledBeforeTheAnswer() {
        Purchase purchase = purchase("order-1");
        courses.held(purchase, true);
        assertThat(told).isEmpty();
        assertThat(courses.take(courses.course(purchase))).isEmpty();

        courses.answered(purchase);

        assertThat(told).containsExactly(courses.course(purchase));
        assertThat(courses.take(courses.course(purchase))).isPresent();
        assertThat(courses.take(courses.course(purchase))).as("taken twice").isEmpty();
    }

    @Test
    void equalSeedsDrawEqualDelays() {
        List<Duration> first = delays(42);

        assertThat(delays(42)).isEqualTo(first);
        assertThat(delays(43)).isNotEqualTo(first);
        assertThat(first).allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void aDelayIsTheSameForEachStep() {
        courses.setBehaviour(CallbackBehaviour.automatic().delay(Duration.ofMillis(7)));
        Purchase purchase = purchase("order-1");

        assertThat(pause(purchase)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void theNextTryWaitsForTheRetryPauseAndALateEnactForTheDelay() {
        courses.setBehaviour(CallbackBehaviour.automatic()
                .delay(Duration.ofMillis(7))
                .retry(Duration.ofMillis(3), 5)
                .lateEnact(true));
        Purchase purchase = purchase("order-1");
        HoldCourse course = courses.course(purchase);
        assertThat(pause(purchase)).isEqualTo(Duration.ofMillis(7));
        courses.doneBySelf(course, HoldStep.ENACT);
        assertThat(courses.take(course).orElseThrow().pause()).isEqualTo(Duration.ofMillis(3));

        courses.committed(purchase);
        courses.doneBySelf(course, HoldStep.ENACT);
        courses.doneBySelf(course, HoldStep.CONSUME);

        assertThat(courses.take(course)).hasValueSatisfying(work -> {
            assertThat(work.step()).isEqualTo(HoldStep.ENACT);
            assertThat(work.pause()).isEqualTo(Duration.ofMillis(7));
        });
    }

    /** The application may have answered before the request that made the transaction gets here. */
    @ParameterizedTest
    @EnumSource(
            value = Timing.class,
            names = {"ENACT_BEFORE_ANSWER", "ALL_BEFORE_ANSWER"})
    void theAnswerTellsWhatIsOverAlready(Timing timing) {
        courses.setBehaviour(CallbackBehaviour.automatic().timing(timing));
        Purchase purchase = purchase("order-1");
        courses.held(purchase, true);
        assertThat(courses.take(courses.course(purchase))).isPresent();
        courses.cancelled(purchase);
        courses.doneBySelf(courses.course(purchase), HoldStep.ENACT);

        Mono<Void> over = courses.beforeAnswer(purchase).orElseThrow();

        assertThat(over.toFuture()).isCompleted();
    }

    @Test
    void theAnswerThatComesLastWaitsForMoreThanTheEnact() {
        courses.setBehaviour(CallbackBehaviour.automatic().timing(Timing.ALL_BEFORE_ANSWER));
        Purchase purchase = purchase("order-1");
        courses.held(purchase, true);
        CompletableFuture<Void> over =
                courses.beforeAnswer(purchase).orElseThrow().toFuture();

        courses.committed(purchase);
        courses.doneBySelf(courses.course(purchase), HoldStep.ENACT);
        assertThat(over).isNotDone();
        courses.doneBySelf(courses.course(purchase), HoldStep.CONSUME);

        assertThat(over).isCompleted();
    }

    /** Here there may be the lock of the ledger. */
    @ParameterizedTest
    @EnumSource(
            value = Timing.class,
            names = {"ENACT_BEFORE_ANSWER", "ALL_BEFORE_ANSWER"})
    void whatGoesOnGoesOnElsewhere(Timing timing) {
        Queue<Runnable> elsewhere = new ArrayDeque<>();
        courses.whenReady(Schedulers.fromExecutor(elsewhere::add), told::add);
        courses.setBehaviour(CallbackBehaviour.automatic().timing(timing));
        Purchase purchase = purchase("order-1");
        courses.held(purchase, true);
        assertThat(told).isEmpty();
        elsewhere.remove().run();
        assertThat(told).hasSize(1);
        CompletableFuture<Void> answer =
                courses.beforeAnswer(purchase).orElseThrow().toFuture();

        courses.cancelled(purchase);
        assertThat(answer).isNotDone();
        elsewhere.remove().run();

        assertThat(answer).isCompleted();
    }

    @Test
    void noEnactIsLateWithoutAUrl() {
        courses.setBehaviour(CallbackBehaviour.automatic().lateEnact(true));
        Purchase purchase = purchase("order-1", HoldStep.CONSUME);
        courses.committed(purchase);

        courses.doneBySelf(courses.course(purchase), HoldStep.CONSUME);

        assertThat(courses.next()).isEmpty();
    }

    @Test
    void noEnactIsLateAfterWhatTheTestCalls() {
        courses.setBehaviour(CallbackBehaviour.manual().lateEnact(true));
        Purchase purchase = purchase("order-1");
        courses.committed(purchase);

        courses.done(courses.course(purchase), HoldStep.CONSUME);

        assertThat(courses.next()).isEmpty();
    }

    @Test
    void theFirstThousandDeliveriesAreKept() {
        HoldCourse course = courses.course(purchase("order-1"));
        for (int i = 0; i <= 1000; i++) {
            courses.heard(course, new HoldDelivery("order-" + i, HoldStep.ENACT, HoldDelivery.Answer.PENDING, ""));
        }

        assertThat(courses.deliveries()).hasSize(1000).last().returns("order-999", HoldDelivery::transactionId);
    }

    private List<Duration> delays(long seed) {
        courses.setBehaviour(CallbackBehaviour.automatic().randomDelay(Duration.ofSeconds(1), seed));
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            delays.add(pause(purchase("order-" + seed + "-" + told.size())));
        }
        return delays;
    }

    private Duration pause(Purchase purchase) {
        courses.held(purchase, true);
        courses.answered(purchase);
        return courses.take(courses.course(purchase)).orElseThrow().pause();
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
