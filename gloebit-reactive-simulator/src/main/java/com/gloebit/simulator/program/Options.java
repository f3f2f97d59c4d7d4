package com.gloebit.simulator.program;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.SampleData;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for. Where it names no account, product, application or redirect prefix, there is sample
 * data of that kind.
 */
record Options(
        int port,
        boolean tls,
        Optional<Path> certificate,
        Map<String, BigDecimal> accounts,
        List<Product> products,
        List<String> applicationKeys,
        List<URI> redirectPrefixes,
        boolean anyLoopbackPort,
        Set<OpenBehaviour> open) {
    static final String SECRET_VARIABLE = "GLOEBIT_SIMULATOR_SECRET";

    /** The secrets of applications come from the environment: other users can read a command line. */
    GloebitSimulatorBuilder simulator(Map<String, String> environment) {
        GloebitSimulatorBuilder builder =
                GloebitSimulator.builder().port(port).open(open.toArray(OpenBehaviour[]::new));
        if (tls) {
            builder.tls();
        }
        chosenApplications(environment).forEach(builder::application);
        chosenAccounts().forEach((name, balance) -> builder.account(name, name, balance));
        chosenProducts().forEach(builder::product);
        return builder;
    }

    Map<String, BigDecimal> chosenAccounts() {
        return accounts.isEmpty() ? SampleData.accounts() : accounts;
    }

    List<Product> chosenProducts() {
        return products.isEmpty() ? SampleData.products() : products;
    }

    List<Application> chosenApplications(Map<String, String> environment) {
        List<Application> applications = namedApplications(environment);
        return redirectPrefixes.isEmpty()
                ? applications
                : applications.stream()
                        .map(named -> new Application(named.key(), named.secret(), redirectPrefixes, anyLoopbackPort))
                        .toList();
    }

    /** With the redirect prefixes of the sample data. */
    private List<Application> namedApplications(Map<String, String> environment) {
        Application sample = SampleData.application();
        if (applicationKeys.isEmpty()) {
            return List.of(sample);
        }
        String secret = environment.getOrDefault(SECRET_VARIABLE, "");
        if (secret.isBlank()) {
            throw new UsageException("--application needs a secret: set " + SECRET_VARIABLE);
        }
        return applicationKeys.stream()
                .map(key -> new Application(key, secret, sample.redirectPrefixes(), sample.anyLoopbackPort()))
                .toList();
    }
}
