package com.gloebit.simulator.program;

import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the arguments into {@link Options}. A value follows its option, as the next argument or after {@code =}. */
final class CommandLine {
    private static final int MAX_PORT = 65_535;

    private final Map<String, BigDecimal> accounts = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final List<String> applicationKeys = new ArrayList<>();
    private final List<URI> redirectPrefixes = new ArrayList<>();
    private final Set<OpenBehaviour> open = EnumSet.noneOf(OpenBehaviour.class);
    private Optional<Path> certificate = Optional.empty();
    private int port;
    private boolean tls;
    private boolean anyLoopbackPort;
    private boolean help;

    private CommandLine() {}

    static Options parse(List<String> arguments) {
        CommandLine line = new CommandLine();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            line.take(rest.next(), rest);
        }
        return line.options();
    }

    private void take(String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        switch (name) {
            case "--help", "-h" -> help = flag(argument, equals);
            case "--tls" -> tls = flag(argument, equals);
            case "--any-loopback-port" -> anyLoopbackPort = flag(argument, equals);
            default -> takeValue(name, () -> value(name, argument, equals, rest));
        }
    }

    private void takeValue(String name, Supplier<String> value) {
        switch (name) {
            case "--port" -> port = port(value.get());
            case "--certificate" -> certificate = Optional.of(Path.of(value.get()));
            case "--account" -> addAccount(value.get());
            case "--product" -> addProduct(ProductOption.parse(value.get()));
            case "--application" -> applicationKeys.add(newKey(value.get()));
            case "--redirect" -> redirectPrefixes.add(prefix(value.get()));
            case "--open" -> open.add(behaviour(value.get()));
            default -> throw new UsageException("the option is " + name + "; those below are allowed");
        }
    }

    private Options options() {
        if (certificate.isPresent() && !tls) {
            throw new UsageException("--certificate is given without --tls; with it alone is there a certificate");
        }
        return new Options(
                port,
                tls,
                certificate,
                accounts,
                List.copyOf(products.values()),
                List.copyOf(applicationKeys),
                List.copyOf(redirectPrefixes),
                anyLoopbackPort,
                open,
                help);
    }

    private static boolean flag(String argument, int equals) {
        if (equals >= 0) {
            throw new UsageException("the option is " + argument + "; it is allowed without a value");
        }
        return true;
    }

    private static String value(String name, String argument, int equals, Iterator<String> rest) {
        if (equals < 0 && !rest.hasNext()) {
            throw new UsageException(name + " has no value; one has to follow");
        }
        String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
        if (value.isBlank()) {
            throw new UsageException(name + " is blank; some text is allowed");
        }
        return value;
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
            throw new UsageException("--port is " + value + "; 0 (any free port) to " + MAX_PORT + " is allowed");
        }
        return Integer.parseInt(value);
    }

    private void addAccount(String value) {
        int colon = value.lastIndexOf(':');
        Optional<BigDecimal> balance = colon < 1 ? Optional.empty() : Gloebits.parse(value.substring(colon + 1));
        if (balance.isEmpty()) {
            throw new UsageException("--account is " + value + "; NAME:BALANCE is allowed, such as ada:100");
        }
        if (accounts.putIfAbsent(value.substring(0, colon), balance.get()) != null) {
            throw new UsageException("--account is " + value + ", a name given before; each is allowed once");
        }
    }

    private void addProduct(Product product) {
        if (products.putIfAbsent(product.name(), product) != null) {
            throw new UsageException("--product is " + product.name() + ", a name given before; each is allowed once");
        }
    }

    private String newKey(String value) {
        if (applicationKeys.contains(value)) {
            throw new UsageException("--application is " + value + ", a key given before; each is allowed once");
        }
        return value;
    }

    private static URI prefix(String value) {
        try {
            URI uri = URI.create(value);
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as of any other text that is none.
        }
        throw new UsageException(
                "--redirect is " + value + "; an absolute URI is allowed, such as http://localhost:8080/");
    }

    private static OpenBehaviour behaviour(String value) {
        return Arrays.stream(OpenBehaviour.values())
                .filter(behaviour ->
                        word(behaviour).equals(value.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new UsageException("--open is " + value + "; allowed are "
                        + String.join(
                                ", ",
                                Arrays.stream(OpenBehaviour.values())
                                        .map(CommandLine::word)
                                        .toList())));
    }

    static String word(OpenBehaviour behaviour) {
        return behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
