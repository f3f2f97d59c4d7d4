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
 * Gives each test a fresh simulator, as a parameter of type {@link GloebitSimulator}, and closes it. A test in which the
 * simulator recorded a violation of the protocol fails.
 *
 * <p>With {@code @ExtendWith(GloebitSimulatorExtension.class)} the simulator has the {@link SampleData}; with
 * {@code @RegisterExtension} it has what the test describes:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final GloebitSimulatorExtension gloebit = GloebitSimulatorExtension.of(builder -> builder
 *         .application(Application.of("shop", "s3cret", URI.create("https://shop.example/")))
 *         .account("ada", "lovelace", new BigDecimal("100")));
 * }</pre>
 *
 * <p>Methods that run before and after each test can have the parameter, too. Constructors cannot, nor can methods that run
 * before all tests, unless there is one simulator {@linkplain #perClass() for the class}.
 */
@SuppressWarnings("exports")
public final class GloebitSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {
    private static final String NONE_YET = "there is no simulator yet; there is one in methods that run before"
            + " or after each test and in tests, and with perClass() in a static field in those before all";

    private final Namespace namespace = Namespace.create(GloebitSimulatorExtension.class, this);
    private final Supplier<GloebitSimulatorBuilder> description;
    private final boolean perClass;
    private final Deque<RunningSimulator> started = new ConcurrentLinkedDeque<>();

    /** A simulator with the sample data for each test. */
    public GloebitSimulatorExtension() {
        this(SampleData::builder, false);
    }

    private GloebitSimulatorExtension(Supplier<GloebitSimulatorBuilder> description, boolean perClass) {
        this.description = description;
        this.perClass = perClass;
    }

    /**
     * A simulator of one's own description for each test, without the sample data.
     *
     * @param customizer completes an empty description; it is called once for each simulator
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
     * The same with one simulator for all tests of the class; each of its nested classes has another. The field has to be
     * static. Where tests of the class run at the same time, a violation may fail another test than the one that did it.
     *
     * @return the extension
     */
    public GloebitSimulatorExtension perClass() {
        return new GloebitSimulatorExtension(description, true);
    }

    /**
     * The simulator of the test that runs, the same as the parameter: for helpers, and for fields that are set before each
     * test.
     *
     * @return the simulator
     * @throws IllegalStateException if no test runs, or several at the same time, each of which has its own: the parameter
     *     tells which
     */
    public GloebitSimulator simulator() {
        RunningSimulator latest = started.peek();
        if (latest == null) {
            throw new IllegalStateException(NONE_YET);
        }
        if (!perClass && started.size() > 1) {
            throw new IllegalStateException("several tests run at the same time; a parameter of type GloebitSimulator"
                    + " is the simulator of one");
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

    /** Before the test's own methods that run after each: they may reset the simulator, which forgets violations. */
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

    /** Null where it could not start, or where an instance field comes too late for the class. */
    private @Nullable RunningSimulator find(ExtensionContext context) {
        return store(context).get(RunningSimulator.class, RunningSimulator.class);
    }

    private Store store(ExtensionContext context) {
        return context.getStore(namespace);
    }
}
