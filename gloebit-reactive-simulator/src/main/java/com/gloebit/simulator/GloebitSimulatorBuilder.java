package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.ServerSettings;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.service.ServiceDescription;
import com.gloebit.simulator.internal.tls.SelfSignedCertificate;
import com.gloebit.simulator.internal.wire.Arguments;
import com.gloebit.simulator.internal.wire.JacksonAnnotations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a {@link GloebitSimulator}. */
public final class GloebitSimulatorBuilder {
    private static final int MAX_PORT = 65_535;

    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
    private final Map<String, String> emailAddresses = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Set<OpenBehaviour> open = EnumSet.noneOf(OpenBehaviour.class);
    private Settlement settlement = Settlement.IMMEDIATE;
    private CallbackBehaviour callbacks = CallbackBehaviour.automatic();
    private int port;
    private boolean tls;

    GloebitSimulatorBuilder() {}

    /**
     * Adds an application.
     *
     * @param application an application with a new key
     * @return this builder
     */
    public GloebitSimulatorBuilder application(Application application) {
        add("application", applications, application.key(), application);
        return this;
    }

    /**
     * Adds a user with an account.
     *
     * @param userName a new name, also shown as the user's name
     * @param password the password for the login page
     * @param gloebits the first balance, 0 or more
     * @return this builder
     */
    public GloebitSimulatorBuilder account(String userName, String password, BigDecimal gloebits) {
        BigDecimal balance = Arguments.notNegative("gloebits", gloebits);
        add("userName", accounts, Arguments.notBlank("userName", userName), new Account(userName, password));
        balances.put(userName, balance);
        return this;
    }

    /**
     * Gives an account an email address. A payment between users may name the payee by it.
     *
     * @param userName name of an account that was added
     * @param address a new email address; case is ignored
     * @return this builder
     */
    public GloebitSimulatorBuilder emailAddress(String userName, String address) {
        if (!accounts.containsKey(userName)) {
            throw new IllegalArgumentException("userName is " + userName + "; known are " + accounts.keySet());
        }
        add("address", emailAddresses, Arguments.notBlank("address", address).toLowerCase(Locale.ROOT), userName);
        return this;
    }

    /**
     * Adds a product. Every application offers it.
     *
     * @param product a product with a new name
     * @return this builder
     */
    public GloebitSimulatorBuilder product(Product product) {
        add("product", products, product.name(), product);
        return this;
    }

    /**
     * Sets when held funds go to the payee.
     *
     * @param value the default is {@link Settlement#IMMEDIATE}
     * @return this builder
     */
    public GloebitSimulatorBuilder settlement(Settlement value) {
        settlement = value;
        return this;
    }

    /**
     * Sets how the hold URLs of transactions are called.
     *
     * @param value the default is {@link CallbackBehaviour#automatic()}
     * @return this builder
     */
    public GloebitSimulatorBuilder callbacks(CallbackBehaviour value) {
        callbacks = value;
        return this;
    }

    /**
     * Sets the behaviour for questions that Gloebit's documentation leaves open.
     *
     * @param behaviours differences from the defaults
     * @return this builder
     */
    public GloebitSimulatorBuilder open(OpenBehaviour... behaviours) {
        open.addAll(Set.of(behaviours));
        return this;
    }

    /**
     * Sets the port to listen on.
     *
     * @param value 0 to 65535; 0 is the default and chooses a free port
     * @return this builder
     */
    public GloebitSimulatorBuilder port(int value) {
        if (value < 0 || value > MAX_PORT) {
            throw new IllegalArgumentException("port is " + value + "; 0 to " + MAX_PORT + " is allowed");
        }
        port = value;
        return this;
    }

    /**
     * Serves https instead of http. {@link #start()} creates the certificate; {@link GloebitSimulator#certificate()}
     * returns it in the forms that clients need to trust it.
     *
     * @return this builder
     */
    public GloebitSimulatorBuilder tls() {
        tls = true;
        return this;
    }

    /**
     * Starts the service on 127.0.0.1. Blocks until it listens.
     *
     * @return the running simulator, which the caller has to close
     * @throws IllegalStateException if the class path has an older version of {@code jackson-annotations} than the
     *     simulator's Jackson needs, as with Spring Boot 3; the message says which version to declare
     */
    public GloebitSimulator start() {
        JacksonAnnotations.require();
        ServiceDescription description = new ServiceDescription(
                applications,
                accounts,
                balances,
                emailAddresses,
                products,
                settlement,
                callbacks.settings(),
                new OpenBehaviours(open));
        return new GloebitSimulator(description, new ServerSettings(port, certificate()));
    }

    private Optional<SelfSignedCertificate> certificate() {
        return tls ? Optional.of(SelfSignedCertificate.create(Instant.now())) : Optional.empty();
    }

    private static <T> void add(String argument, Map<String, T> known, String name, T value) {
        if (known.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException(
                    argument + " is " + name + ", which was added before; a new one is needed");
        }
    }
}
