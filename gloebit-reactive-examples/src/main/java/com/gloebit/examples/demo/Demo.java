package com.gloebit.examples.demo;

import com.gloebit.simulator.GloebitSimulator;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Runs the demo. The exit status is 0 if everything worked and the books add up, otherwise 1. */
public final class Demo {
    private static final int PURCHASES = 2_000;
    private static final int MOST_PURCHASES = 1_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Demo() {}

    /**
     * Runs the demo and ends the process.
     *
     * @param arguments optionally, how many purchases the load run makes, 1 to 1000000
     */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofSystem(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        return status(terminal, () -> run(terminal, purchases(arguments)));
    }

    static int status(Terminal terminal, Runnable demo) {
        try {
            demo.run();
            return 0;
        } catch (BooksDoNotAddUpException e) {
            terminal.print(terminal.bad("PROOF FAILED: " + e.getMessage()));
        } catch (RuntimeException e) {
            terminal.print(terminal.bad("DEMO FAILED: " + e));
        }
        return 1;
    }

    /** The only place that blocks: everything before it is one lazy flux of lines. */
    private static void run(Terminal terminal, int purchases) {
        try (GloebitSimulator service = Shop.startService(purchases)) {
            Flux<String> lines = Flux.usingWhen(
                    Shop.client(service),
                    shop -> new Tour(service, shop, terminal, purchases).lines(),
                    shop -> shop.client().close(Duration.ofSeconds(5)));
            // A terminal may be slow: it is not to hold up an event loop.
            lines.publishOn(Schedulers.boundedElastic())
                    .doOnNext(terminal::print)
                    .blockLast(LONGEST);
        }
    }

    private static int purchases(String... arguments) {
        if (arguments.length == 0) {
            return PURCHASES;
        }
        String given = String.join(" ", arguments);
        if (!given.matches("[1-9][0-9]{0,6}") || Integer.parseInt(given) > MOST_PURCHASES) {
            throw new IllegalArgumentException(
                    "purchases is \"" + given + "\"; a number from 1 to " + MOST_PURCHASES + " is allowed");
        }
        return Integer.parseInt(given);
    }
}
