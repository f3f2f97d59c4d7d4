package com.gloebit.simulator.junit;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.SampleData;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a new simulator for each test, passes it as a parameter of type {@link GloebitSimulator}, and closes it. A
 * test fails if the simulator has recorded a violation of the contract.
 *
 * <p>With {@code @ExtendWith(GloebitSimulatorExtension.class)} the simulator has the {@link SampleData}. With
 * {@code @RegisterExtension} the test configures it:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final GloebitSimulatorExtension gloebit = GloebitSimulatorExtension.of(builder -> builder
 *         .application(Application.of("shop", "s3cret", URI.create("https://shop.example/")))
 *         .account("ada", "lovelace", new BigDecimal("100")));
 * }</pre>
 *
 * <p>{@code @BeforeEach} and {@code @AfterEach} methods can have the parameter, too. Constructors and {@code
 * @BeforeAll} methods can have it only with one simulator {@linkplain #perClass() for the class}.
 */
@SuppressWarnings("exports")
public final class GloebitSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {
    private static final String NONE_YET = "there is no simulator yet; it is available in test, @BeforeEach and"
            + " @AfterEach methods, and with perClass() in a static field also in @BeforeAll methods";

    private final Namespace namespace = Namespace.create(GloebitSimulatorExtension.class, this);
    private final Supplier<GloebitSimulatorBuilder> description;
    private final boolean perClass;
    private final Deque<RunningSimulator> started = new ConcurrentLinkedDeque<>();

    /** Creates an extension whose simulators have the sample data. */
    public GloebitSimulatorExtension() {
        this(SampleData::builder, false);
    }

    private GloebitSimulatorExtension(Supplier<GloebitSimulatorBuilder> description, boolean perClass) {
        this.description = description;
        this.perClass = perClass;
    }

    /**
     * Returns an extension whose simulators have no sample data.
     *
     * @param customizer configures an empty builder; called once for each simulator
     * @return the extension
     */
    public static GloebitSimulatorExtension of(Consumer<GloebitSimulatorBuilder> customizer) {
        return new GloebitSimulatorExtension(
                () -> {
                    GloebitSimulatorBuilder builder = GloebitSimulator.builder();
                    customizer.accept(builder);
                    return builder;
                },
                false);
    }

    /**
     * Returns a copy with one simulator for all tests of a class. Each nested class has its own. The extension's field
     * has to be static. If tests of the class run concurrently, a violation may fail another test than its own.
     *
     * @return the extension
     */
    public GloebitSimulatorExtension perClass() {
        return new GloebitSimulatorExtension(description, true);
    }

    /**
     * Returns the simulator of the running test, the same as the parameter. Methods without the parameter can use it.
     *
     * @return the simulator
     * @throws IllegalStateException if no test runs, or if several tests with a simulator each run concurrently; the
     *     parameter is the test's own
     */
    public GloebitSimulator simulator() {
        RunningSimulator latest = started.peek();
        if (latest == null) {
            throw new IllegalStateException(NONE_YET);
        }
        if (!perClass && started.size() > 1) {
            throw new IllegalStateException("several tests run at the same time; use a parameter of type"
                    + " GloebitSimulator, which is the test's own");
        }
        return latest.simulator();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (perClass) {
            start(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (perClass) {
            running(context);
        } else {
            start(context);
        }
    }

    /** Runs before {@code @AfterEach} methods, which may reset the simulator and so clear the violations. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        failOnViolations(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (perClass) {
            failOnViolations(context);
        } else {
            finish(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (perClass) {
            finish(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GloebitSimulator.class;
    }

    @Override
    public GloebitSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).simulator();
    }

    private void start(ExtensionContext context) {
        RunningSimulator running = new RunningSimulator(description.get().start());
        store(context).put(RunningSimulator.class, running);
        started.push(running);
    }

    private void failOnViolations(ExtensionContext context) {
        RunningSimulator running = find(context);
        if (running != null) {
            running.failOnViolations();
        }
    }

    private void finish(ExtensionContext context) {
        RunningSimulator running = store(context).remove(RunningSimulator.class, RunningSimulator.class);
        if (running == null) {
            return;
        }
        started.remove(running);
        try {
            running.failOnViolations();
        } finally {
            running.simulator().close();
        }
    }

    private RunningSimulator running(ExtensionContext context) {
        RunningSimulator running = find(context);
        if (running == null) {
            throw new ParameterResolutionException(NONE_YET);
        }
        return running;
    }

    /** Returns null if the simulator did not start, or if perClass() is used in an instance field. */
    private @Nullable RunningSimulator find(ExtensionContext context) {
        return store(context).get(RunningSimulator.class, RunningSimulator.class);
    }

    private Store store(ExtensionContext context) {
        return context.getStore(namespace);
    }
}
