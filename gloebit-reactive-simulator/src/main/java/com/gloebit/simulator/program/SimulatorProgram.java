package com.gloebit.simulator.program;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine;
import reactor.netty.ChannelBindException;

/** Runs a simulator until the process is stopped. */
public final class SimulatorProgram {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    SimulatorProgram(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the program and ends the process unless it is to go on.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int status = new SimulatorProgram(System.getenv(), System.out, System.err).run(List.of(arguments));
        System.exit(status);
    }

    int run(List<String> arguments) {
        return SimulatorCommand.line(this::start)
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .execute(arguments.toArray(String[]::new));
    }

    private int start(Options options) throws InterruptedException {
        try {
            serve(options, options.simulator(environment));
            return CommandLine.ExitCode.OK;
        } catch (ChannelBindException | UncheckedIOException e) {
            err.println("simulator: cannot start: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Comes back only by an exception; a signal ends the process, and the service with it. */
    private void serve(Options options, GloebitSimulatorBuilder description) throws InterruptedException {
        try (GloebitSimulator simulator = description.start()) {
            options.certificate()
                    .ifPresent(file -> write(file, simulator.certificate().pem()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "gloebit-simulator-close"));
            announce(options, simulator);
            new CountDownLatch(1).await();
        }
    }

    private static void write(Path file, String pem) {
        try {
            Files.writeString(file, pem);
        } catch (IOException e) {
            throw new UncheckedIOException("--certificate is " + file + ", which cannot be written: " + e, e);
        }
    }

    private void announce(Options options, GloebitSimulator simulator) {
        line("Base URI", simulator.baseUri().toString());
        line("Status page", simulator.statusUri().toString());
        options.certificate()
                .ifPresent(file -> line("Certificate", file.toAbsolutePath().toString()));
        line(
                "Applications",
                options.chosenApplications(environment).stream()
                        .map(Application::key)
                        .collect(Collectors.joining(", ")));
        line(
                "Accounts",
                options.chosenAccounts().entrySet().stream()
                                .map(account -> account.getKey() + " "
                                        + account.getValue().toPlainString())
                                .collect(Collectors.joining(", "))
                        + "; the password is the name");
        line(
                "Products",
                options.chosenProducts().stream().map(SimulatorProgram::offer).collect(Collectors.joining(", ")));
        out.println("Runs until it is stopped, with Ctrl-C for example.");
        out.flush();
    }

    private static String offer(Product product) {
        return product.name() + " " + product.price().toPlainString();
    }

    private void line(String name, String text) {
        out.println("%-13s %s".formatted(name, text));
    }
}
