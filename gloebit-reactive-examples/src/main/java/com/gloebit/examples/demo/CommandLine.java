package com.gloebit.examples.demo;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.story.PurchaseDemo;
import com.gloebit.examples.demo.tour.Tour;
import com.gloebit.examples.demo.visit.RedirectUri;
import com.gloebit.examples.demo.visit.Visit;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments into the {@link Mode} they ask for. A value follows its option, as the next argument or after {@code =}. */
final class CommandLine {
    private static final int PURCHASES = 2_000;
    private static final int MOST_PURCHASES = 100_000;
    private static final int LONGEST_WAIT = 3_600;
    private static final String ENVIRONMENT = "--environment";
    private static final String KEY = "--key";
    private static final String REDIRECT_URI = "--redirect-uri";
    private static final String WAIT = "--wait";
    private static final Set<String> OF_A_VISIT = Set.of(ENVIRONMENT, KEY, REDIRECT_URI, WAIT);

    private final Map<String, String> variables;
    private final Map<String, String> values = new LinkedHashMap<>();

    private CommandLine(Map<String, String> variables) {
        this.variables = variables;
    }

    static Mode parse(List<String> arguments, Map<String, String> variables) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (first.equals("--help") || first.equals("-h")) {
            return alone(arguments, new Usage());
        }
        if (first.equals("--tour")) {
            return alone(arguments, new Tour());
        }
        if (first.startsWith("--")) {
            return new CommandLine(variables).visit(arguments.iterator());
        }
        return alone(arguments, new PurchaseDemo(arguments.isEmpty() ? PURCHASES : purchases(first)));
    }

    private static Mode alone(List<String> arguments, Mode mode) {
        if (arguments.size() > 1) {
            throw new UsageException("more follows " + arguments.get(0) + "; nothing is allowed to follow it");
        }
        return mode;
    }

    private static int purchases(String given) {
        if (!given.matches("[1-9][0-9]{0,6}") || Integer.parseInt(given) > MOST_PURCHASES) {
            throw new UsageException(
                    "purchases is \"" + given + "\"; a number from 1 to " + MOST_PURCHASES + " is allowed");
        }
        return Integer.parseInt(given);
    }

    private Mode visit(Iterator<String> arguments) {
        while (arguments.hasNext()) {
            take(arguments.next(), arguments);
        }
        if (!values.containsKey(ENVIRONMENT)) {
            throw new UsageException(
                    String.join(", ", values.keySet()) + " without " + ENVIRONMENT + "; sandbox or a URI is allowed");
        }
        return new Visit(environment(), secrets(), redirectUri(), waiting());
    }

    /** Quotes no argument that is no option: a secret may have been put there by mistake. */
    private void take(String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!OF_A_VISIT.contains(name)) {
            throw new UsageException((name.startsWith("--") ? name + " is no option here" : "an argument is no option")
                    + "; those below are allowed");
        }
        if (equals < 0 && !rest.hasNext()) {
            throw new UsageException(name + " has no value; one has to follow");
        }
        String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
        if (values.put(name, value) != null) {
            throw new UsageException(name + " is given twice; once is allowed");
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private GloebitEnvironment environment() {
        String given = value(ENVIRONMENT).orElseThrow();
        if (given.equals("sandbox")) {
            return GloebitEnvironment.SANDBOX;
        }
        try {
            return GloebitEnvironment.custom(URI.create(given));
        } catch (IllegalArgumentException e) {
            throw new UsageException(ENVIRONMENT + " is " + given
                    + "; sandbox or an absolute URI is allowed, https except for 127.0.0.1 and localhost");
        }
    }

    private ClientSecrets secrets() {
        Map<String, String> given = new HashMap<>(variables);
        value(KEY).ifPresent(key -> given.put("GLOEBIT_KEY", key));
        if (given.getOrDefault("GLOEBIT_KEY", "").isEmpty()) {
            throw new UsageException(
                    "there is neither " + KEY + " nor the environment variable GLOEBIT_KEY; one is needed");
        }
        if (given.getOrDefault("GLOEBIT_SECRET", "").isEmpty()) {
            throw new UsageException(
                    "the environment variable GLOEBIT_SECRET is not set; the secret of the application is needed there");
        }
        try {
            return ClientSecrets.fromEnvironment(given);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private RedirectUri redirectUri() {
        return value(REDIRECT_URI)
                .map(given -> RedirectUri.parse(given)
                        .orElseThrow(() -> new UsageException(REDIRECT_URI + " is " + given
                                + "; http at 127.0.0.1 or localhost with a port and without a query is allowed, such as "
                                + RedirectUri.USUAL.uri())))
                .orElse(RedirectUri.USUAL);
    }

    private Duration waiting() {
        String given = value(WAIT).orElse("300");
        if (!given.matches("[1-9][0-9]{0,3}") || Integer.parseInt(given) > LONGEST_WAIT) {
            throw new UsageException(WAIT + " is " + given + "; 1 to " + LONGEST_WAIT + " seconds are allowed");
        }
        return Duration.ofSeconds(Integer.parseInt(given));
    }
}
