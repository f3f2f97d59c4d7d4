package com.gloebit.examples.demo;

import com.gloebit.examples.demo.visit.RedirectUri;
import com.gloebit.examples.demo.visit.Visit;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options of a visit. Secrets come from environment variables: other users of the machine can read a command line. */
final class VisitOptions {
    private static final int MAX_WAIT = 3_600;

    @Option(
            names = "--environment",
            required = true,
            paramLabel = "sandbox|URI",
            converter = Environments.class,
            description =
                    "the service: `sandbox` is Gloebit's sandbox; a URI is any other service, such as ./simulator")
    private @Nullable GloebitEnvironment environment;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the application's OAuth key; default: the environment variable GLOEBIT_KEY")
    private @Nullable String key;

    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            converter = RedirectUris.class,
            description = "where the browser comes back to: http at 127.0.0.1 or localhost, with a port that the demo"
                    + " listens on meanwhile. The application's configuration at Gloebit has to allow it. Without it,"
                    + " http://127.0.0.1:8080/callback")
    private RedirectUri redirectUri = RedirectUri.USUAL;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = Waits.class,
            description = "how long the demo waits for the browser, 1 to " + MAX_WAIT + "; without it, 300")
    private Duration wait = Duration.ofMinutes(5);

    Visit visit(Map<String, String> variables, Function<String, ParameterException> wrong) {
        if (environment == null) {
            throw wrong.apply("--environment is missing; sandbox or a URI is allowed");
        }
        return new Visit(environment, secrets(variables, wrong), redirectUri, wait);
    }

    private ClientSecrets secrets(Map<String, String> variables, Function<String, ParameterException> wrong) {
        Map<String, String> given = new HashMap<>(variables);
        if (key != null) {
            given.put("GLOEBIT_KEY", key);
        }
        if (given.getOrDefault("GLOEBIT_KEY", "").isEmpty()) {
            throw wrong.apply("there is neither --key nor the environment variable GLOEBIT_KEY; one is needed");
        }
        if (given.getOrDefault("GLOEBIT_SECRET", "").isEmpty()) {
            throw wrong.apply(
                    "the environment variable GLOEBIT_SECRET is not set; the secret of the application is needed there");
        }
        try {
            return ClientSecrets.fromEnvironment(given);
        } catch (IllegalArgumentException e) {
            throw wrong.apply(String.valueOf(e.getMessage()));
        }
    }

    static final class Environments implements ITypeConverter<GloebitEnvironment> {
        @Override
        public GloebitEnvironment convert(String given) {
            if (given.equals("sandbox")) {
                return GloebitEnvironment.SANDBOX;
            }
            try {
                return GloebitEnvironment.custom(URI.create(given));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        given + "; sandbox or an absolute URI is allowed, https except for 127.0.0.1 and localhost");
            }
        }
    }

    static final class RedirectUris implements ITypeConverter<RedirectUri> {
        @Override
        public RedirectUri convert(String given) {
            return RedirectUri.parse(given)
                    .orElseThrow(() -> new TypeConversionException(given
                            + "; http at 127.0.0.1 or localhost with a port and without a query is allowed, such as "
                            + RedirectUri.USUAL.uri()));
        }
    }

    static final class Waits implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String given) {
            if (!given.matches("[1-9][0-9]{0,3}") || Integer.parseInt(given) > MAX_WAIT) {
                throw new TypeConversionException(given + "; 1 to " + MAX_WAIT + " seconds are allowed");
            }
            return Duration.ofSeconds(Integer.parseInt(given));
        }
    }
}
