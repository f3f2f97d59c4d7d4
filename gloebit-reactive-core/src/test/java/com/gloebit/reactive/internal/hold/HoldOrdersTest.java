package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.ReceiptState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every order in which Gloebit may answer and call, and in each a crash at every point. A sequence is one letter for each
 * event: Q and H answer the purchase, L loses the answer; E enacts, C consumes, X cancels.
 */
class HoldOrdersTest {
    static Stream<String> orders() {
        Set<String> orders = new LinkedHashSet<>();
        for (String answer : List.of("Q", "H", "L")) {
            for (String calls : List.of("EC", "EECC", "EECCE", "EX", "EEXX", "X", "XX", "XEX", "E")) {
                permute("", answer + calls, orders);
            }
        }
        return orders.stream().filter(HoldOrdersTest::isAllowed);
    }

    private static void permute(String begun, String rest, Set<String> orders) {
        if (rest.isEmpty()) {
            orders.add(begun);
        }
        for (int i = 0; i < rest.length(); i++) {
            if (rest.indexOf(rest.charAt(i)) == i) {
                permute(begun + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1), orders);
            }
        }
    }

    /** Consume comes only after an enact. */
    private static boolean isAllowed(String order) {
        int consume = order.indexOf('C');
        int enact = order.indexOf('E');
        return consume < 0 || (enact >= 0 && enact < consume);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aPurchaseThatCrashesAnywhereEndsAsTheLedgerDoes(String order) {
        int points = everyCrash(order, false);

        assertThat(points).as("points at which it can crash").isGreaterThan(order.length());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void eachEffectCountsOnceIfTheJournalSharesItsTransaction(String order) {
        everyCrash(order, true);
    }

    private static int everyCrash(String order, boolean transactional) {
        HoldWorld calm = new HoldWorld(transactional, -1);
        run(calm, order, transactional);
        for (int point = 0; point < calm.points(); point++) {
            run(new HoldWorld(transactional, point), order, transactional);
        }
        return calm.points();
    }

    private static void run(HoldWorld world, String order, boolean transactional) {
        Gloebit gloebit = new Gloebit(world);
        order.chars().forEach(event -> gloebit.does((char) event));
        world.recover();

        JournalEntry entry = world.entry();
        List<HoldStep> effects = world.effects;
        boolean consumed = entry.state() == TransactionState.CONSUMED;
        boolean cancelled = entry.state() == TransactionState.CANCELLED;
        assertThat(entry.due()).as("what is still due").isNull();
        assertThat(effects.contains(HoldStep.CONSUME)).as("delivered").isEqualTo(consumed);
        assertThat(effects.contains(HoldStep.CANCEL)).as("released").isEqualTo(cancelled);
        assertThat(consumed).as("what the ledger says").isEqualTo(gloebit.told.contains(HoldStep.CONSUME));
        assertThat(cancelled).as("what the ledger says").isEqualTo(gloebit.told.contains(HoldStep.CANCEL));
        if (transactional) {
            assertThat(effects).doesNotHaveDuplicates();
        }
    }

    /** What Gloebit does by its contract: it enacts until it is answered, and repeats what it got no answer to. */
    private static final class Gloebit {
        private final HoldWorld world;
        private final List<HoldStep> told = new ArrayList<>();
        private boolean enacted;

        Gloebit(HoldWorld world) {
            this.world = world;
        }

        void does(char event) {
            switch (event) {
                case 'Q' -> world.answer(ReceiptState.QUEUED);
                case 'H' -> world.answer(ReceiptState.HELD);
                case 'L' -> world.answerIsLost();
                case 'E' -> enact();
                case 'C' -> consume();
                default -> tell(HoldStep.CANCEL);
            }
        }

        private void enact() {
            String answer = untilAnswered(HoldStep.ENACT);
            boolean yes = HoldWorld.YES.equals(answer);
            if (told.contains(HoldStep.CANCEL)) {
                assertThat(answer).as("a late enact").startsWith("[false,");
            } else {
                assertThat(yes).as("an enact").isTrue();
            }
            enacted |= yes;
        }

        private void consume() {
            assertThat(enacted).isTrue();
            tell(HoldStep.CONSUME);
        }

        /** Once written down, it need not be told again, whatever became of the process. */
        private void tell(HoldStep step) {
            String answer = world.call(step);
            if (answer == null && !world.entry().state().isFinal()) {
                answer = world.call(step);
            }
            assertThat(answer).isIn(HoldWorld.YES, null);
            told.add(step);
        }

        /** A process crashes once in a run, so the second time it answers. */
        private @Nullable String untilAnswered(HoldStep step) {
            String answer = world.call(step);
            return answer == null ? world.call(step) : answer;
        }
    }
}
