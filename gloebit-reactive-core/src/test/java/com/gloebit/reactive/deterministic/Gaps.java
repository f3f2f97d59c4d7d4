package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.deterministic.Coverage.CallbackOrder;
import com.gloebit.reactive.deterministic.Coverage.Pair;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.endpoint.RepeatSafety;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pairs that the seeds of a long run do not meet. Each is listed, with the reason. */
final class Gaps {
    /** A run of fewer seeds meets fewer pairs. */
    private static final long MANY = 1_000_000;

    private Gaps() {}

    static void requireListed(Report report) {
        Set<String> unmet = new TreeSet<>();
        for (Pair pair : all()) {
            if (!report.met().containsKey(pair)) {
                unmet.add(pair.toString());
            }
        }
        System.out.println("Pairs: " + report.met().size() + " met, " + unmet.size() + " not met");
        System.out.println(table(report));
        Set<String> listed = KnownSeeds.lines("unmet-pairs.txt").stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
        unmet.removeAll(listed);
        if (report.seeds() >= MANY && !unmet.isEmpty()) {
            throw new AssertionError("pairs that no seed met and that are not listed: " + unmet);
        }
    }

    private static List<Pair> all() {
        List<String> ends = Stream.concat(Stream.of(Coverage.SUCCESS), names(FailureKind.values()))
                .toList();
        List<String> states = Stream.concat(Stream.of(Coverage.NO_ENTRY), names(TransactionState.values()))
                .toList();
        List<String> orders = names(CallbackOrder.values()).toList();
        List<Pair> pairs = new ArrayList<>();
        addAll(pairs, names(RepeatSafety.values()).toList(), ends);
        addAll(pairs, ends, states);
        addAll(pairs, ends, orders);
        addAll(pairs, states, orders);
        return pairs;
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name);
    }

    private static void addAll(List<Pair> pairs, List<String> firsts, List<String> seconds) {
        for (String first : firsts) {
            for (String second : seconds) {
                pairs.add(new Pair(first, second));
            }
        }
    }

    /** How often each pair was met. */
    private static String table(Report report) {
        return all().stream()
                .map(pair ->
                        String.format(Locale.ROOT, "%s %d", pair, report.met().getOrDefault(pair, 0L)))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
