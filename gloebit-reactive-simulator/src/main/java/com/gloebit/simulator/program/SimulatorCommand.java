package com.gloebit.simulator.program;

import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the simulator. */
@Command(
        name = "simulator",
        usageHelpWidth = 110,
        sortOptions = false,
        description = {
            "",
            "A Gloebit service on 127.0.0.1 with a ledger, for clients in any language. Runs until it is stopped.",
            ""
        },
        footer = {
            "",
            "Without --account: ada with 1000 gloebits and bob with 10. Without --product: Sword for 25, at most 5, and"
                    + " Torch for 1.5, grantable. Without --application: test-application with the secret s3cr3t, as"
                    + " Gloebit publishes them. Without --redirect: http at localhost and 127.0.0.1, any port."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:the service cannot start", "2:the command line is wrong"})
final class SimulatorCommand implements Callable<Integer> {
    /** Runs a service until it ends, and returns the exit status. */
    interface Service {
        int run(Options options) throws InterruptedException;
    }

    private final Service service;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "port to listen on; without it, a free one")
    private int port;

    @ArgGroup(exclusive = false)
    private @Nullable Tls tls;

    private static final class Tls {
        @Option(names = "--tls", required = true, description = "https, with a certificate made at the start")
        private boolean asked;

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description = "where to write that certificate in PEM, for clients to trust; overwrites")
        private @Nullable Path certificate;
    }

    @Option(
            names = "--account",
            paramLabel = "NAME:BALANCE",
            converter = OptionValues.Account.class,
            description = "a user; the password is the name. Repeatable")
    private List<Map.Entry<String, BigDecimal>> accounts = List.of();

    @Option(
            names = "--product",
            paramLabel = "NAME:PRICE[:grantable][:unavailable][:limit=N]",
            converter = ProductOption.class,
            description = "a product; the name has no colon. Repeatable")
    private List<Product> products = List.of();

    @Option(
            names = "--application",
            paramLabel = "KEY",
            converter = OptionValues.Key.class,
            description = "an application; its secret is taken from the environment variable " + Options.SECRET_VARIABLE
                    + ". Repeatable, with one secret for all")
    private List<String> applicationKeys = List.of();

    @Option(
            names = "--redirect",
            paramLabel = "URI",
            converter = OptionValues.Prefix.class,
            description = "a prefix of the redirect and hold URIs that are allowed. Repeatable")
    private List<URI> redirectPrefixes = List.of();

    @Option(
            names = "--any-loopback-port",
            description = "for a prefix on localhost, 127.0.0.1 or [::1], a URI may have any port")
    private boolean anyLoopbackPort;

    @Option(
            names = "--open",
            paramLabel = "SWITCH",
            converter = OptionValues.Open.class,
            completionCandidates = Switches.class,
            description =
                    "chooses the alternative for a question that Gloebit's documentation leaves open. Repeatable; one of ${COMPLETION-CANDIDATES}")
    private Set<OpenBehaviour> open = Set.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private SimulatorCommand(Service service) {
        this.service = service;
    }

    static CommandLine line(Service service) {
        return new CommandLine(new SimulatorCommand(service))
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler(new WrongUsage());
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return service.run(options());
        } catch (UsageException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage());
        }
    }

    private Options options() {
        return new Options(
                port,
                tls != null && tls.asked,
                Optional.ofNullable(tls).map(given -> given.certificate),
                namedAccounts(),
                namedProducts(),
                namedApplications(),
                List.copyOf(redirectPrefixes),
                anyLoopbackPort,
                Set.copyOf(open));
    }

    private Map<String, BigDecimal> namedAccounts() {
        Map<String, BigDecimal> named = new LinkedHashMap<>();
        accounts.forEach(account -> {
            if (named.putIfAbsent(account.getKey(), account.getValue()) != null) {
                throw twice("--account", account.getKey());
            }
        });
        return named;
    }

    private List<Product> namedProducts() {
        Set<String> names = new LinkedHashSet<>();
        products.forEach(product -> {
            if (!names.add(product.name())) {
                throw twice("--product", product.name());
            }
        });
        return List.copyOf(products);
    }

    private List<String> namedApplications() {
        Set<String> keys = new LinkedHashSet<>();
        applicationKeys.forEach(key -> {
            if (!keys.add(key)) {
                throw twice("--application", key);
            }
        });
        return List.copyOf(keys);
    }

    private static UsageException twice(String option, String name) {
        return new UsageException(option + " is " + name + ", which was given before; each is allowed once");
    }

    static final class Switches implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(OpenBehaviour.values()).map(OptionValues::word).iterator();
        }
    }
}
