package com.gloebit.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs the classes below as a user's tests would run, and looks at what becomes of them. */
class GloebitSimulatorExtensionTest {
    private static final List<GloebitSimulator> SEEN = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void eachTestHasASimulatorOfItsOwnWithTheSampleData() {
        run(Declared.class).assertStatistics(statistics -> statistics.started(2).succeeded(2));

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(SEEN).noneMatch(GloebitSimulatorExtensionTest::listens);
    }

    @Test
    void aDescriptionOfOnesOwnHasNothingElse() {
        run(Described.class)
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Test
    void aViolationFailsItsTestAndNoOther() {
        Events tests = run(Violating.class);

        tests.assertStatistics(statistics -> statistics.started(2).succeeded(1).failed(1));
        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("departs"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.contains(
                                                "violations of the contract:\n  \"/nowhere\": there is")))));
        assertThat(SEEN).hasSize(2).noneMatch(GloebitSimulatorExtensionTest::listens);
    }

    @Test
    void aFailureOfTheTestItselfComesFirst() {
        run(FailingAndViolating.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("failsAndDeparts"),
                                finishedWithFailure(
                                        message("of its own"),
                                        suppressed(0, message(text -> text.contains("/nowhere"))))));
        assertThat(SEEN).hasSize(1).noneMatch(GloebitSimulatorExtensionTest::listens);
    }

    @Test
    void oneForTheClassIsSharedAndTellsEachTestItsOwnViolations() {
        Events tests = run(Shared.class);

        tests.assertStatistics(statistics -> statistics.started(4).succeeded(3).failed(1));
        tests.assertThatEvents()
                .haveExactly(1, event(test("departs"), finishedWithFailure(instanceOf(AssertionError.class))));
        assertThat(SEEN.subList(0, 3)).as("of the class").containsOnly(SEEN.get(0));
        assertThat(SEEN.get(3)).as("of the nested class").isNotSameAs(SEEN.get(0));
        assertThat(SEEN).noneMatch(GloebitSimulatorExtensionTest::listens);
    }

    @Test
    void aConstructorIsToldThatItIsTooEarly() {
        run(TooEarly.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("there is no simulator yet")))));
    }

    @Test
    void oneForTheClassNeedsAStaticField() {
        run(SharedInAnInstance.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("isNotReached"),
                                finishedWithFailure(message(text -> text.contains("perClass() in a static field")))));
    }

    @Test
    void aDescriptionThatIsWrongFailsTheTestAlone() {
        run(WronglyDescribed.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("isNotReached"),
                                finishedWithFailure(
                                        message("port is -1; 0 to 65535 is allowed"),
                                        new Condition<>(e -> e.getSuppressed().length == 0, "nothing suppressed"))));
    }

    @Test
    void theFieldTellsTheSimulatorOfTheTest() {
        assertThatThrownBy(Asked.gloebit::simulator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no simulator yet");

        run(Asked.class).assertStatistics(statistics -> statistics.started(3).succeeded(3));

        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates();
        assertThatThrownBy(Asked.gloebit::simulator).hasMessageContaining("there is no simulator yet");
    }

    @Test
    void theFieldTellsTheSimulatorOfTheClassAndOfANestedOne() {
        run(AskedOfTheClass.class)
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theFieldTellsNoneOfSeveralTestsThatRunAtTheSameTime() {
        Events tests = kit(AskedAtTheSameTime.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents();

        tests.assertStatistics(statistics -> statistics.started(2).succeeded(2));
    }

    @ParameterizedTest
    @ValueSource(classes = {ResettingBefore.class, ResettingAfter.class})
    void aResetBetweenTheTestsOfAClassHidesNoViolation(Class<?> tests) {
        run(tests)
                .assertThatEvents()
                .haveExactly(2, event(finishedWithFailure(message(text -> text.contains("/nowhere")))));
    }

    private static Events run(Class<?> tests) {
        return kit(tests).execute().testEvents();
    }

    private static EngineTestKit.Builder kit(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests));
    }

    private static boolean listens(GloebitSimulator simulator) {
        try (Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void depart(GloebitSimulator simulator) throws Exception {
        HttpRequest nowhere = HttpRequest.newBuilder(simulator.baseUri().resolve("nowhere"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpClient.newHttpClient().send(nowhere, BodyHandlers.discarding());
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class Declared {
        @BeforeEach
        void prepare(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @Test
        void one(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1001");
            SEEN.add(simulator);
        }

        @Test
        void another(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1001");
            assertThat(simulator.issueToken("test-application", "bob", "balance"))
                    .isNotEmpty();
            SEEN.add(simulator);
        }
    }

    static class Described {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit =
                GloebitSimulatorExtension.of(builder -> builder.account("eve", "password", BigDecimal.TEN)
                        .product(Product.of("Hat", BigDecimal.ONE))
                        .tls());

        @Test
        void isAsDescribed(GloebitSimulator simulator) {
            assertThat(simulator.balance("eve")).isEqualByComparingTo("10");
            assertThat(simulator.baseUri()).hasScheme("https");
            assertThatThrownBy(() -> simulator.balance("ada")).hasMessageContaining("known are [eve]");
        }
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class Violating {
        @Test
        void departs(GloebitSimulator simulator) throws Exception {
            SEEN.add(simulator);
            depart(simulator);
        }

        @Test
        void keeps(GloebitSimulator simulator) {
            SEEN.add(simulator);
        }
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class FailingAndViolating {
        @Test
        void failsAndDeparts(GloebitSimulator simulator) throws Exception {
            SEEN.add(simulator);
            depart(simulator);
            throw new AssertionError("of its own");
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Shared {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @BeforeAll
        static void prepare(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @AfterEach
        void see(GloebitSimulator simulator) {
            SEEN.add(simulator);
        }

        @Test
        @Order(1)
        void keeps(GloebitSimulator simulator) {
            simulator.deposit("ada", BigDecimal.ONE);
        }

        @Test
        @Order(2)
        void departs(GloebitSimulator simulator) throws Exception {
            depart(simulator);
        }

        @Test
        @Order(3)
        void keepsAgain(GloebitSimulator simulator) {
            assertThat(simulator.balance("ada")).isEqualByComparingTo("1002");
        }

        @Nested
        class Inside {
            @Test
            void keeps(GloebitSimulator simulator) {
                assertThat(simulator.balance("ada")).isEqualByComparingTo("1000");
            }
        }
    }

    static class Asked {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension();

        @BeforeEach
        void see() {
            SEEN.add(gloebit.simulator());
        }

        @Test
        void one(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
        }

        @Test
        void another(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
        }

        @Nested
        class Inside {
            @Test
            void one(GloebitSimulator simulator) {
                assertThat(gloebit.simulator()).isSameAs(simulator);
            }
        }
    }

    static class AskedOfTheClass {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void one(GloebitSimulator simulator) {
            assertThat(gloebit.simulator()).isSameAs(simulator);
            SEEN.add(simulator);
        }

        @Nested
        class Inside {
            @Test
            void one(GloebitSimulator simulator) {
                assertThat(gloebit.simulator()).isSameAs(simulator);
                SEEN.add(simulator);
            }
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AskedAtTheSameTime {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension();

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void one() throws Exception {
            assertNoneIsTold();
        }

        @Test
        void another() throws Exception {
            assertNoneIsTold();
        }

        private static void assertNoneIsTold() throws Exception {
            BOTH.await(10, TimeUnit.SECONDS);
            assertThatThrownBy(gloebit::simulator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a parameter of type GloebitSimulator");
            BOTH.await(10, TimeUnit.SECONDS);
        }
    }

    static class ResettingBefore extends Resetting {
        @BeforeEach
        void reset() {
            gloebit.simulator().reset();
        }
    }

    static class ResettingAfter extends Resetting {
        @AfterEach
        void reset() {
            gloebit.simulator().reset();
        }
    }

    abstract static class Resetting {
        @RegisterExtension
        static final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void departs() throws Exception {
            depart(gloebit.simulator());
        }

        @Test
        void departsAlike() throws Exception {
            depart(gloebit.simulator());
        }
    }

    static class SharedInAnInstance {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit = new GloebitSimulatorExtension().perClass();

        @Test
        void isNotReached() {}
    }

    static class WronglyDescribed {
        @RegisterExtension
        final GloebitSimulatorExtension gloebit = GloebitSimulatorExtension.of(builder -> builder.port(-1));

        @Test
        void isNotReached() {}
    }

    @ExtendWith(GloebitSimulatorExtension.class)
    static class TooEarly {
        TooEarly(GloebitSimulator simulator) {
            SEEN.add(simulator);
        }

        @Test
        void isNotReached() {}
    }
}
