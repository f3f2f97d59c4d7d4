package com.gloebit.examples.demo;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.BooksDoNotAddUpException;
import com.gloebit.examples.demo.visit.VisitFailedException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import reactor.core.scheduler.Schedulers;

/**
 * Runs the demo. The exit status is 0 if everything worked and the books add up, 2 if the command line is wrong,
 * otherwise 1.
 */
public final class Demo {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final PrintStream err;

    Demo(Map<String, String> environment, Terminal terminal, PrintStream err) {
        this.environment = environment;
        this.terminal = terminal;
        this.err = err;
    }

    /**
     * Runs the demo and ends the process.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new Demo(System.getenv(), Terminal.ofSystem(), System.err).run(arguments));
    }

    int run(String... arguments) {
        Mode mode;
        try {
            mode = CommandLine.parse(List.of(arguments), environment);
        } catch (UsageException e) {
            err.println("demo: " + e.getMessage());
            err.println();
            err.println(Usage.TEXT);
            return WRONG_USAGE;
        }
        return run(mode);
    }

    int run(Mode mode) {
        try {
            show(mode);
            return 0;
        } catch (BooksDoNotAddUpException e) {
            terminal.print(terminal.bad("PROOF FAILED: " + e.getMessage()));
        } catch (VisitFailedException e) {
            terminal.print(terminal.bad("DEMO FAILED: " + e.getMessage()));
        } catch (RuntimeException e) {
            terminal.print(terminal.bad("DEMO FAILED: " + e));
        }
        return FAILED;
    }

    /** The only place that blocks: everything before it is one lazy flux of lines. */
    private void show(Mode mode) {
        mode.lines(terminal)
                // A terminal may be slow: it is not to hold up an event loop.
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(terminal::print)
                .blockLast(mode.longest());
    }
}
