package com.gloebit.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.GloebitSimulator;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.Events;

/** The simulator that the extension's field returns. */
class SimulatorAccessorTest extends ExtensionTest {
    @Test
    void fieldReturnsTheSimulatorOfTheRunningTest() {
        assertThatThrownBy(WithSimulatorPerTest.gloebit::simulator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no simulator yet");

        run(WithSimulatorPerTest.class)
                .assertStatistics(statistics -> statistics.started(3).succeeded(3));

        assertThat(RECEIVED).hasSize(3).doesNotHaveDuplicates();
        assertThatThrownBy(WithSimulatorPerTest.gloebit::simulator).hasMessageContaining("there is no simulator yet");
    }

    @Test
    void fieldReturnsTheSimulatorOfTheClassOrNestedClass() {
        run(WithSimulatorPerClass.class)
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));

        assertThat(RECEIVED).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void fieldFailsIfSeveralTestsRunConcurrently() {
        Events tests = kit(WithConcurrentTests.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents();

        tests.assertStatistics(statistics -> statistics.started(2).succeeded(2));
    }

    static class WithSimulatorPerTest {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension();

        @BeforeEach
        void recordTheSimulator() {
            RECEIVED.add(gloebit.simulator());
        }

        @Test
        void firstTest(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
        }

        @Test
        void secondTest(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
        }

        @Nested
        class NestedTests {
            @Test
            void firstTest(GloebitSimulator simulator) {
                assertThat(gloebit.simulator()).isSameAs(simulator);
            }
        }
    }

    static class WithSimulatorPerClass {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void firstTest(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
            RECEIVED.add(simulator);
        }

        @Nested
        class NestedTests {
            @Test
            void firstTest(GloebitSimulator simulator) {
                assertThat(gloebit.simulator()).isSameAs(simulator);
                RECEIVED.add(simulator);
            }
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class WithConcurrentTests {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension();

        private static final CyclicBarrier BOTH_TESTS = new CyclicBarrier(2);

        @Test
        void firstTest() throws Exception {
            assertSimulatorFails();
        }

        @Test
        void secondTest() throws Exception {
            assertSimulatorFails();
        }

        private static void assertSimulatorFails() throws Exception {
            BOTH_TESTS.await(10, TimeUnit.SECONDS);
            assertThatThrownBy(gloebit::simulator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a parameter of type GloebitSimulator");
            BOTH_TESTS.await(10, TimeUnit.SECONDS);
        }
    }
}
