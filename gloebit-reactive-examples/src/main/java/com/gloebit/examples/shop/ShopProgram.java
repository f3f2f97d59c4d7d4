package com.gloebit.examples.shop;

import com.gloebit.examples.reactornetty.ReactorNettyShop;
import com.gloebit.examples.usage.WrongUsage;
import com.gloebit.examples.webflux.WebFluxShop;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one of the sample applications, which take their settings from environment variables. */
@Command(
        name = "shop",
        usageHelpWidth = 110,
        description = {"", "A shop in one file that sells by Gloebit, at http://127.0.0.1:8080/.", ""},
        footer = {
            "",
            "Environment variables:",
            "  GLOEBIT_KEY, GLOEBIT_SECRET  the application's OAuth key and its secret",
            "  GLOEBIT_SIGNING_KEY          at least 32 random bytes in base64",
            "  GLOEBIT_ENVIRONMENT          sandbox, production or a URI, such as that of ./simulator; without it, sandbox",
            "  PORT                         where the shop listens on 127.0.0.1; without it, 8080",
            "  PUBLIC_URI                   the address at which Gloebit and browsers reach the shop;",
            "                               without it, http://127.0.0.1:PORT/",
            "",
            "Exit status: 2 for a wrong command line, 1 if the shop cannot start."
        })
public final class ShopProgram {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /**
     * Runs a shop until the process is stopped.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int status = line().execute(arguments);
        // A shop that has started goes on after its main method.
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    static CommandLine line() {
        return new CommandLine(new ShopProgram())
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler(new WrongUsage());
    }

    @Command(name = "reactor-netty", description = "the shop on Reactor Netty, without a framework")
    void reactorNetty() {
        ReactorNettyShop.main(new String[0]);
    }

    @Command(name = "webflux", description = "the shop in Spring WebFlux, on Spring Boot")
    void webFlux() {
        WebFluxShop.main(new String[0]);
    }
}
