package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                new HoldUrls(Map.of(HoldStep.ENACT, URI.create("http://127.0.0.1:8080/enact"))));
    }
}
