package com.gloebit.examples.demo;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.BooksDoNotAddUpException;
import com.gloebit.examples.demo.visit.VisitFailedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import picocli.CommandLine;
import reactor.core.scheduler.Schedulers;

/**
 * Runs the demo. The exit status is 0 if everything worked and the books add up, 2 if the command line is wrong,
 * otherwise 1.
 */
public final class Demo {
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
        return DemoCommand.line(environment, this::run)
                .setOut(terminal.writer())
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .setColorScheme(terminal.colours())
                .execute(arguments);
    }

    int run(Mode mode) {
        try {
            show(mode);
            return CommandLine.ExitCode.OK;
        } catch (BooksDoNotAddUpException e) {
            terminal.print(terminal.bad("PROOF FAILED: " + e.getMessage()));
        } catch (VisitFailedException e) {
            terminal.print(terminal.bad("DEMO FAILED: " + e.getMessage()));
        } catch (RuntimeException e) {
            terminal.print(terminal.bad("DEMO FAILED: " + e));
        }
        return CommandLine.ExitCode.SOFTWARE;
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
