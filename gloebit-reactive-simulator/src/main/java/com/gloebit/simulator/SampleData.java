package com.gloebit.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something to begin with, for whoever does not care what there is. The password of each account is its name. */
public final class SampleData {
    private static final String KEY = "test-application";
    /** No secret: Gloebit publishes it for its sandbox. */
    private static final String PUBLISHED_SECRET = "s3cr3t";

    private SampleData() {}

    /**
     * A description with all of the sample data.
     *
     * @return a new description, to which more can be added
     */
    public static GloebitSimulatorBuilder builder() {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder().application(application());
        accounts().forEach((name, balance) -> builder.account(name, name, balance));
        products().forEach(builder::product);
        return builder;
    }

    /**
     * The test application that Gloebit publishes: {@code test-application} with the secret {@code s3cr3t}. It takes
     * {@linkplain Application#withAnyLoopbackPort(boolean) any loopback port}.
     *
     * @return the application, with the redirect prefixes {@code http://localhost/} and {@code http://127.0.0.1/}
     */
    public static Application application() {
        return Application.of(KEY, PUBLISHED_SECRET, URI.create("http://localhost/"), URI.create("http://127.0.0.1/"))
                .withAnyLoopbackPort(true);
    }

    /**
     * Two users, one rich and one poor.
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
     * Two products.
     *
     * @return Sword for 25, at most 5 of it; Torch for 1.5, which may be granted
     */
    public static List<Product> products() {
        return List.of(
                Product.of("Sword", new BigDecimal("25")).withLimit(5),
                Product.of("Torch", new BigDecimal("1.5")).withGrantable(true));
    }
}
