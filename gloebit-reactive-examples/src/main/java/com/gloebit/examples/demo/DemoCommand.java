package com.gloebit.examples.demo;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.story.PurchaseDemo;
import com.gloebit.examples.demo.tour.Tour;
import com.gloebit.examples.usage.WrongUsage;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the demo: three groups of arguments that exclude each other, each of which leads to a {@link Mode}. */
@Command(
        name = "demo",
        usageHelpWidth = 110,
        sortOptions = false,
        customSynopsis = {
            "demo [PURCHASES] [--meters]",
            "       demo --tour",
            "       demo --environment=sandbox|URI [--key=KEY] [--redirect-uri=URI] [--wait=SECONDS]"
        },
        description = {
            "",
            "A shop, one user and a simulated Gloebit in one process. Without options: purchases from the order to"
                    + " the delivery, rejections, lost answers, many purchases at once, and the proof that each was"
                    + " charged and delivered once.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything worked, and the books add up",
            "1:something failed, or the books do not add up; the last line says why",
            "2:the command line is wrong"
        })
final class DemoCommand implements Callable<Integer> {
    private static final int PURCHASES = 2_000;
    private static final int MAX_PURCHASES = 100_000;

    private final Map<String, String> variables;
    private final ToIntFunction<Mode> run;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup
    private @Nullable Choice choice;

    private static final class Choice {
        @ArgGroup(exclusive = false, heading = "%nPurchases in a simulated Gloebit:%n")
        private @Nullable Story story;

        @Option(
                names = "--tour",
                required = true,
                description = "every call of the client, once, in a simulated Gloebit")
        private boolean tour;

        @ArgGroup(
                exclusive = false,
                heading = "%nA visit to an existing service, which only reads. The secret of the application is"
                        + " taken from%nthe environment variable GLOEBIT_SECRET:%n")
        private @Nullable VisitOptions visit;
    }

    private static final class Story {
        /** A text: what is no number may be a secret, and is quoted only if it stands alone. */
        @Parameters(
                arity = "0..1",
                paramLabel = "PURCHASES",
                description =
                        "how many purchases are made at the end, 1 to " + MAX_PURCHASES + "; without it, " + PURCHASES)
        private @Nullable String purchases;

        @Option(names = "--meters", description = "prints the client's meters, too")
        private boolean meters;

        private Mode mode(Function<String, ParameterException> wrong) {
            return new PurchaseDemo(purchases == null ? PURCHASES : number(purchases, wrong), meters);
        }

        private static int number(String given, Function<String, ParameterException> wrong) {
            if (!given.matches("[1-9][0-9]{0,6}") || Integer.parseInt(given) > MAX_PURCHASES) {
                throw wrong.apply(
                        "PURCHASES is \"" + given + "\"; a number from 1 to " + MAX_PURCHASES + " is allowed");
            }
            return Integer.parseInt(given);
        }
    }

    private DemoCommand(Map<String, String> variables, ToIntFunction<Mode> run) {
        this.variables = variables;
        this.run = run;
    }

    /** A command line that runs the mode it asks for. */
    static CommandLine line(Map<String, String> variables, ToIntFunction<Mode> run) {
        CommandLine line = new CommandLine(new DemoCommand(variables, run));
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("this text")
                        .build());
        return line.setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler(new WrongUsage());
    }

    @Override
    public Integer call() {
        return run.applyAsInt(mode());
    }

    private Mode mode() {
        if (choice == null) {
            return new PurchaseDemo(PURCHASES, false);
        }
        if (choice.tour) {
            return new Tour();
        }
        if (choice.visit != null) {
            return choice.visit.visit(variables, this::wrong);
        }
        return choice.story == null ? new PurchaseDemo(PURCHASES, false) : choice.story.mode(this::wrong);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
