package com.gloebit.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.gloebit.simulator.GloebitSimulator;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.Events;

/** Test classes with one simulator for the class. */
class PerClassSimulatorTest extends ExtensionTest {
    @Test
    void testsOfAClassShareTheSimulatorAndFailForTheirOwnViolations() {
        Events tests = run(WithOneSimulator.class);

        tests.assertStatistics(statistics -> statistics.started(4).succeeded(3).failed(1));
        tests.assertThatEvents()
                .haveExactly(
                        1, event(test("violatesTheContract"), finishedWithFailure(instanceOf(AssertionError.class))));
        assertThat(RECEIVED.subList(0, 3)).as("of the class").containsOnly(RECEIVED.get(0));
        assertThat(RECEIVED.get(3)).as("of the nested class").isNotSameAs(RECEIVED.get(0));
        assertThat(RECEIVED).noneMatch(ExtensionTest::listens);
    }

    @Test
    void perClassInAnInstanceFieldFails() {
        run(WithAnInstanceField.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("isNotReached"),
                                finishedWithFailure(message(text -> text.contains("perClass() in a static field")))));
    }

    @ParameterizedTest
    @ValueSource(classes = {WithAResetBeforeEach.class, WithAResetAfterEach.class})
    void resetBetweenTestsHidesNoViolation(Class<?> tests) {
        run(tests)
                .assertThatEvents()
                .haveExactly(2, event(finishedWithFailure(message(text -> text.contains("/nowhere")))));
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WithOneSimulator {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @BeforeAll
        static void deposit(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @AfterEach
        void recordTheSimulator(GloebitSimulator simulator) {
            RECEIVED.add(simulator);
        }

        @Test
        @Order(1)
        void conforms(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @Test
        @Order(2)
        void violatesTheContract(GloebitSimulator simulator) throws Exception {
            violateTheContract(simulator);
        }

        @Test
        @Order(3)
        void conformsAgain(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1002");
        }

        @Nested
        class NestedTests {
            @Test
            void conforms(GloebitSimulator simulator) {
                assertThat(simulator.balance("ada")).isEqualByComparingTo("1000");
            }
        }
    }

    static class WithAnInstanceField {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void isNotReached() {}
    }

    static class WithAResetBeforeEach extends WithViolationsInEachTest {
        @BeforeEach
        void reset() {
            gloebit.simulator().reset();
        }
    }

    static class WithAResetAfterEach extends WithViolationsInEachTest {
        @AfterEach
        void reset() {
            gloebit.simulator().reset();
        }
    }

    abstract static class WithViolationsInEachTest {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void violatesTheContract() throws Exception {
            violateTheContract(gloebit.simulator());
        }

        @Test
        void violatesTheContractAlike() throws Exception {
            violateTheContract(gloebit.simulator());
        }
    }
}
