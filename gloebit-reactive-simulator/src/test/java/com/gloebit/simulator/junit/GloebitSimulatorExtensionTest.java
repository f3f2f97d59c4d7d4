package com.gloebit.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.Events;

/** Test classes with one simulator for each test. */
class GloebitSimulatorExtensionTest extends ExtensionTest {
    @Test
    void eachTestHasItsOwnSimulatorWithTheSampleData() {
        run(WithSampleData.class)
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));

        assertThat(RECEIVED).hasSize(2).doesNotHaveDuplicates();
        assertThat(RECEIVED).noneMatch(ExtensionTest::listens);
    }

    @Test
    void configuredSimulatorHasNoSampleData() {
        run(WithBuilder.class)
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Test
    void violationFailsOnlyItsTest() {
        Events tests = run(WithAViolation.class);

        tests.assertStatistics(statistics -> statistics.started(2).succeeded(1).failed(1));
        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("violatesTheContract"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.contains(
                                                "violations of the contract:\n  \"/nowhere\": there is")))));
        assertThat(RECEIVED).hasSize(2).noneMatch(ExtensionTest::listens);
    }

    @Test
    void violationIsSuppressedInTheTestsOwnFailure() {
        run(WithAFailureAndAViolation.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("failsAndViolatesTheContract"),
                                finishedWithFailure(
                                        message("of its own"),
                                        suppressed(0, message(text -> text.contains("/nowhere"))))));
        assertThat(RECEIVED).hasSize(1).noneMatch(ExtensionTest::listens);
    }

    @Test
    void constructorParameterFailsWithAnExplanation() {
        run(WithAConstructorParameter.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("there is no simulator yet")))));
    }

    @Test
    void invalidBuilderFailsTheTestWithoutASecondFailure() {
        run(WithAnInvalidBuilder.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("isNotReached"),
                                finishedWithFailure(
                                        message("port is -1; 0 to 65535 is allowed"),
                                        new Condition<>(e -> e.getSuppressed().length == 0, "nothing suppressed"))));
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class WithSampleData {
        @BeforeEach
        void deposit(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @Test
        void firstTest(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1001");
            RECEIVED.add(simulator);
        }

        @Test
        void secondTest(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1001");
            assertThat(simulator.issueToken("test-application", "bob", "balance"))
                    .isNotEmpty();
            RECEIVED.add(simulator);
        }
    }

    static class WithBuilder {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit =
                GloebitSimulatorExtension.of(builder -> builder.account("eve", "password", BigDecimal.TEN)
                        .product(Product.of("Hat", BigDecimal.ONE))
                        .tls());

        @Test
        void hasTheBuildersState(GloebitSimulator simulator) {
            assertThat(simulator.balance("eve")).isEqualByComparingTo("10");
            assertThat(simulator.baseUri()).hasScheme("https");
            assertThatThrownBy(() -> simulator.balance("ada")).hasMessageContaining("known are [eve]");
        }
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class WithAViolation {
        @Test
        void violatesTheContract(GloebitSimulator simulator) throws Exception {
            RECEIVED.add(simulator);
            violateTheContract(simulator);
        }

        @Test
        void conforms(GloebitSimulator simulator) {
            RECEIVED.add(simulator);
        }
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class WithAFailureAndAViolation {
        @Test
        void failsAndViolatesTheContract(GloebitSimulator simulator) throws Exception {
            RECEIVED.add(simulator);
            violateTheContract(simulator);
            throw new AssertionError("of its own");
        }
    }

    static class WithAnInvalidBuilder {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit = GloebitSimulatorExtension.of(builder -> builder.port(-1));

        @Test
        void isNotReached() {}
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class WithAConstructorParameter {
        WithAConstructorParameter(GloebitSimulator simulator) {
            RECEIVED.add(simulator);
        }

        @Test
        void isNotReached() {}
    }
}
