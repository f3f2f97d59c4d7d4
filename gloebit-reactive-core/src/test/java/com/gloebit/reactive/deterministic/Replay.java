package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.deterministic.World.Overrides;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one seed again, as small as it still fails, and shows what happened. */
final class Replay {
    private Replay() {}

    public static void main(String[] arguments) {
        System.out.println(of(Long.parseLong(arguments[0])));
    }

    /** The timeline of the smallest world of the seed that fails, or of the whole world if none does. */
    static String of(long seed) {
        Overrides smallest = failure(seed, Overrides.NONE) == null ? Overrides.NONE : shrink(seed);
        try (World world = new World(seed, smallest, true)) {
            world.run();
            return String.format(
                    Locale.ROOT,
                    "seed %d: %s%n%d users, %d steps, without %s%n%s",
                    seed,
                    world.hasFailed() ? world.failure() : "nothing is wrong",
                    world.setting.users(),
                    world.setting.steps(),
                    smallest.removed(),
                    String.join(System.lineSeparator(), world.trace.lines()));
        }
    }

    /** Takes away one thing after the other, as long as something is still wrong. */
    private static Overrides shrink(long seed) {
        Overrides smallest = Overrides.NONE;
        for (int users = 1; users <= 3; users++) {
            Overrides fewer = new Overrides(Set.of(), smallest.steps(), users);
            if (failure(seed, fewer) != null) {
                smallest = fewer;
                break;
            }
        }
        for (Fault fault : Fault.values()) {
            Set<Fault> removed = EnumSet.of(fault);
            removed.addAll(smallest.removed());
            Overrides fewer = new Overrides(removed, smallest.steps(), smallest.users());
            if (failure(seed, fewer) != null) {
                smallest = fewer;
            }
        }
        return withFewerSteps(seed, smallest);
    }

    private static Overrides withFewerSteps(long seed, Overrides from) {
        for (int steps = 1; steps < 64; steps++) {
            Overrides fewer = new Overrides(from.removed(), steps, from.users());
            if (failure(seed, fewer) != null) {
                return fewer;
            }
        }
        return from;
    }

    private static @Nullable String failure(long seed, Overrides overrides) {
        try (World world = new World(seed, overrides, false)) {
            world.run();
            return world.failure();
        }
    }
}
