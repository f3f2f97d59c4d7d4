package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.hold.CallbackSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a seed decides before its world begins.
 *
 * @param users the number of users
 * @param nodes the number of nodes of the application
 * @param steps the number of steps of the workload
 * @param holds whether the application receives callbacks
 * @param isTransactional whether an effect and the journal share a database transaction
 * @param funds what each user owns at the beginning
 * @param longestPause the longest pause between two steps
 */
record Setting(
        int users,
        int nodes,
        int steps,
        boolean holds,
        boolean isTransactional,
        int funds,
        Duration longestPause,
        TransactVersion version,
        CallLimits limits,
        ResilienceSettings resilience,
        Set<OpenBehaviour> open,
        CallbackSettings callbacks) {
    /** One seed in so many is a world of a thousand users. */
    static final int LARGE_ONE_IN = 10_000;

    /** The property that makes the order of the users that of a {@code Set}, which differs from JVM to JVM. */
    static final String PLANTED = "planted";

    private static final List<OpenBehaviour> OPEN = List.of(
            OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS,
            OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES,
            OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN,
            OpenBehaviour.PRODUCT_LIMIT_CANCELS,
            OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE,
            OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE);

    static Setting draw(Chance chance) {
        boolean isLarge = chance.oneIn(LARGE_ONE_IN);
        Set<OpenBehaviour> open = new LinkedHashSet<>();
        for (OpenBehaviour behaviour : OPEN) {
            if (chance.oneIn(3)) {
                open.add(behaviour);
            }
        }
        return new Setting(
                isLarge ? 1000 : chance.between(1, 4),
                chance.between(1, 3),
                isLarge ? 3000 : chance.between(30, 52),
                !chance.oneIn(3),
                chance.oneIn(2),
                chance.of(List.of(20, 200, 200, 2000)),
                chance.of(List.of(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMinutes(4))),
                chance.of(List.of(TransactVersion.values())),
                limits(chance),
                resilience(chance),
                open,
                callbacks(chance));
    }

    private static CallLimits limits(Chance chance) {
        Duration attempt = chance.of(List.of(Duration.ofMillis(800), Duration.ofSeconds(3), Duration.ofSeconds(10)));
        return new CallLimits(chance.between(1, 4), attempt, attempt.multipliedBy(chance.between(1, 4)));
    }

    private static ResilienceSettings resilience(Chance chance) {
        return ResilienceSettings.DEFAULT
                .withFirstBackoff(chance.of(List.of(Duration.ofMillis(1), Duration.ofMillis(200))))
                .withRetryBudget(chance.of(List.of(20, 100, 500)))
                .withSlidingWindow(chance.of(List.of(6, 20, 100)))
                .withOpenFor(chance.of(List.of(Duration.ofMillis(100), Duration.ofSeconds(30))));
    }

    private static CallbackSettings callbacks(Chance chance) {
        return CallbackSettings.AUTOMATIC.with(draft -> {
            draft.retry = new CallbackSettings.Retry(
                    chance.of(List.of(Duration.ofMillis(200), Duration.ofSeconds(20))), 100_000);
            draft.timing = chance.of(List.of(Timing.values()));
            draft.lateEnact = chance.oneIn(3);
            if (chance.oneIn(5)) {
                draft.course = chance.of(List.of(Course.values()));
            }
            if (chance.oneIn(2)) {
                draft.delay = new CallbackSettings.Delay(
                        chance.of(List.of(Duration.ofMillis(3), Duration.ofSeconds(2))),
                        OptionalLong.of(chance.nextLong()));
            }
            draft.repeats = chance.of(List.of(
                    new CallbackSettings.Repeats(1, false),
                    new CallbackSettings.Repeats(1, false),
                    new CallbackSettings.Repeats(2, false),
                    new CallbackSettings.Repeats(3, true)));
        });
    }

    boolean isLarge() {
        return users >= 1000;
    }

    List<String> userNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            names.add("user" + i);
        }
        return Boolean.getBoolean(PLANTED) ? List.copyOf(Set.copyOf(names)) : names;
    }
}
