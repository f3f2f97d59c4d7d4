package com.gloebit.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sample accounts and products, and Gloebit's test application. The password of each account is its name. */
public final class SampleData {
    private static final String KEY = "test-application";
    /** Gloebit publishes this secret for its sandbox. */
    private static final String PUBLISHED_SECRET = "s3cr3t";

    private SampleData() {}

    /**
     * Returns a builder with all of the sample data.
     *
     * @return a new builder, to which more can be added
     */
    public static GloebitSimulatorBuilder builder() {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder().application(application());
        accounts().forEach((name, balance) -> builder.account(name, name, balance));
        products().forEach(builder::product);
        return builder;
    }

    /**
     * Returns the test application that Gloebit publishes: {@code test-application} with the secret {@code s3cr3t}. It
     * accepts {@linkplain Application#withAnyLoopbackPort(boolean) any loopback port}.
     *
     * @return the application, with the redirect prefixes {@code http://localhost/} and {@code http://127.0.0.1/}
     */
    public static Application application() {
        return Application.of(KEY, PUBLISHED_SECRET, URI.create("http://localhost/"), URI.create("http://127.0.0.1/"))
                .withAnyLoopbackPort(true);
    }

    /**
     * Returns two users.
     *
     * @return balances by user name: ada has 1000, bob has 10
     */
    public static Map<String, BigDecimal> accounts() {
        Map<String, BigDecimal> accounts = new LinkedHashMap<>();
        accounts.put("ada", new BigDecimal("1000"));
        accounts.put("bob", BigDecimal.TEN);
        return accounts;
    }

    /**
     * Returns two products.
     *
     * @return Sword for 25 with the limit 5; Torch for 1.5, grantable
     */
    public static List<Product> products() {
        return List.of(
                Product.of("Sword", new BigDecimal("25")).withLimit(5),
                Product.of("Torch", new BigDecimal("1.5")).withGrantable(true));
    }
}
