package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.gloebit.simulator.support.SimulatorTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random faults. */
class RandomFaultsTest extends SimulatorTest {
    private static final int MANY = 10_000;

    @Test
    void frequencyOfFaultsMatchesTheirProbability() {
        RandomFaults faults = RandomFaults.seed(7).withFault(0.1, Fault.HANG).withFault(0.3, Fault.HTML);

        assertThat(count(faults, Fault.HANG)).isCloseTo(MANY / 10, withinPercentage(10));
        assertThat(count(faults, Fault.HTML)).isCloseTo(MANY * 3 / 10, withinPercentage(10));
        assertThat(count(RandomFaults.seed(7).withFault(1, Fault.HANG), Fault.HANG))
                .isEqualTo(MANY);
        assertThat(count(RandomFaults.seed(7).withFault(0, Fault.HANG), Fault.HANG))
                .isZero();
    }

    @Test
    void faultsOfAnEndpointDependOnTheSeedAndNotOnOtherEndpoints() {
        simulator.failRandomly(withProbabilityOneHalf(1));
        List<Integer> alone = statuses("/balance");

        simulator.failRandomly(withProbabilityOneHalf(1));
        List<Integer> mixed = IntStream.range(0, alone.size())
                .mapToObj(i -> {
                    statusOf("/user");
                    return statusOf("/balance");
                })
                .toList();
        simulator.failRandomly(withProbabilityOneHalf(2));

        assertThat(mixed).isEqualTo(alone).contains(200, 503);
        assertThat(statuses("/balance")).isNotEqualTo(alone);
    }

    @Test
    void eachRequestDrawsTheNextFault() {
        List<Integer> drawn =
                drawn(3, "/balance", 0).stream().map(meets -> meets ? 503 : 200).toList();
        simulator.failRandomly(withProbabilityOneHalf(3));
        simulator.failNext("/balance", Fault.status(500));

        assertThat(statusOf("/balance")).as("drawn for nothing").isEqualTo(500);
        assertThat(statuses("/balance")).isEqualTo(drawn);
    }

    @Test
    void endpointsDrawDifferentFaults() {
        assertThat(drawn(1, "/user", 0)).isNotEqualTo(drawn(1, "/balance", 0));
    }

    @Test
    void faultsOfNeighbouringSeedsAreNotShiftedCopies() {
        assertThat(drawn(2, "/balance", 0)).isNotEqualTo(drawn(1, "/balance", 1));
    }

    @Test
    void withFaultLeavesTheOriginalUnchanged() {
        RandomFaults none = RandomFaults.seed(1);
        RandomFaults hang = none.withFault(1, Fault.HANG);

        assertThat(hang.withFault(0, Fault.HTML).plan().draw("/balance", 0)).contains(Fault.HANG.spec());
        assertThat(none.plan().draw("/balance", 0)).isEmpty();
    }

    @Test
    void toStringShowsTheSeed() {
        assertThat(RandomFaults.seed(42).withFault(0.5, Fault.HANG)).asString().contains("seed 42", "0.5", "HANG");
    }

    @Test
    void probabilitiesOfDifferentEndpointsAreNotAdded() {
        simulator.failRandomly(RandomFaults.seed(1)
                .withFault(0.6, Fault.RACED)
                .withFault(0.6, Fault.HTML, "/balance")
                .withFault(1, Fault.status(503), "/user"));

        assertThat(statusOf("/user")).isEqualTo(503);
    }

    /** The sum is a little more than 1 in floating point. */
    @Test
    void probabilitiesOfAnEndpointMayAddUpTo1() {
        simulator.failRandomly(RandomFaults.seed(1)
                .withFault(0.33, Fault.status(501))
                .withFault(0.56, Fault.status(502))
                .withFault(0.11, Fault.status(503)));

        assertThat(statuses("/balance")).containsOnly(501, 502, 503);
    }

    @Test
    void randomFaultsMeetOnlyTheNamedEndpointsAndFollowQueuedFaults() {
        simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.status(503), "/balance"));
        simulator.failNext("/balance", Fault.status(500));

        assertThat(statusOf("/balance")).isEqualTo(500);
        assertThat(statusOf("/balance")).isEqualTo(503);
        assertThat(statusOf("/user")).isEqualTo(200);

        simulator.failRandomly(RandomFaults.NONE);
        assertThat(statusOf("/balance")).isEqualTo(200);
    }

    @Test
    void faultForSomeEndpointsMeetsNoOtherEndpoint() {
        RandomFaults raced = RandomFaults.seed(1).withFault(1, Fault.RACED);

        assertThat(raced.plan().draw("/transact", 0)).contains(Fault.RACED.spec());
        assertThat(raced.plan().draw("/balance", 0)).isEmpty();
    }

    @Test
    void invalidFaultsAreRefused() {
        assertThatThrownBy(() -> RandomFaults.seed(1).withFault(1.1, Fault.HANG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("1.1", "0 to 1");
        assertThatThrownBy(() -> RandomFaults.seed(1).withFault(-0.1, Fault.HANG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("-0.1", "0 to 1");
        assertThatThrownBy(() -> RandomFaults.seed(1).withFault(Double.NaN, Fault.HANG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomFaults.seed(1).withFault(0.1, Fault.RACED, "/balance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("/balance", "RACED");
        assertThatThrownBy(() -> simulator.failRandomly(RandomFaults.seed(1).withFault(0.1, Fault.HANG, "/balances")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/balances");
        assertThatThrownBy(() -> simulator.failRandomly(
                        RandomFaults.seed(1).withFault(0.6, Fault.HANG).withFault(0.6, Fault.HTML, "/balance")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("/balance", "1.2");
    }

    private static long count(RandomFaults faults, Fault fault) {
        return LongStream.range(0, MANY)
                .filter(n -> faults.plan().draw("/balance", n).equals(Optional.of(fault.spec())))
                .count();
    }

    private static RandomFaults withProbabilityOneHalf(long seed) {
        return RandomFaults.seed(seed).withFault(0.5, Fault.status(503));
    }

    private static List<Boolean> drawn(long seed, String path, long first) {
        RandomFaults faults = withProbabilityOneHalf(seed);
        return LongStream.range(first, first + 20)
                .mapToObj(n -> faults.plan().draw(path, n).isPresent())
                .toList();
    }

    private List<Integer> statuses(String path) {
        return IntStream.range(0, 20).mapToObj(i -> statusOf(path)).toList();
    }

    private int statusOf(String path) {
        return client.send(client.bearer(path, token()).GET()).statusCode();
    }
}
