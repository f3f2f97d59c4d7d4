package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.LateRequestQueue;
import com.gloebit.simulator.internal.http.RandomFaultPlan;
import com.gloebit.simulator.internal.http.ServerSettings;
import com.gloebit.simulator.internal.http.SimulatorServer;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.page.ScriptedLogin;
import com.gloebit.simulator.internal.service.ServiceDescription;
import com.gloebit.simulator.internal.service.ServiceResources;
import com.gloebit.simulator.internal.service.SimulatedService;
import com.gloebit.simulator.internal.wire.Arguments;
import java.net.URI;
import java.util.List;

/**
 * A Gloebit service inside this process. Clients reach it over HTTP on a port of the loopback address.
 *
 * <p>The simulator accepts every form of request that this project's client or one of Gloebit's published clients
 * sends. It refuses every other request, and records the reason in {@link #violations()}. A transaction with an enact
 * URL is held until the application decides; see {@link CallbackBehaviour}.
 *
 * <pre>{@code
 * try (GloebitSimulator simulator = GloebitSimulator.builder()
 *         .application(Application.of("demo-key", "demo-secret", URI.create("http://127.0.0.1:8080/")))
 *         .account("ada", "lovelace", new BigDecimal("100"))
 *         .product(Product.of("Sword", new BigDecimal("25")).withLimit(5))
 *         .start()) {
 *     String token = simulator.issueToken("demo-key", "ada", "balance transact");
 *     // ... a client uses simulator.baseUri() and the token
 *     assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
 *     assertThat(simulator.violations()).isEmpty();
 * }
 * }</pre>
 */
public final class GloebitSimulator extends SimulatedAccounts implements AutoCloseable {
    private final ServiceDescription description;
    private final ServerSettings settings;
    private final LateRequestQueue lateQueue = new LateRequestQueue();
    private final LateRequests late = new LateRequests(lateQueue);
    private final HoldCallbacks callbacks;
    private final SimulatorServer server;
    private volatile SimulatedService service;
    private boolean closed;

    GloebitSimulator(ServiceDescription description, ServerSettings settings) {
        this.description = description;
        this.settings = settings;
        this.service = begin();
        this.callbacks = new HoldCallbacks(service.holds());
        this.server = startServer();
    }

    private SimulatedService begin() {
        ServiceResources resources = ServiceResources.open();
        try {
            return description.begin(lateQueue, resources);
        } catch (RuntimeException e) {
            resources.holdCaller().close();
            throw e;
        }
    }

    /** Closes the resources for hold callbacks if the server cannot start. */
    private SimulatorServer startServer() {
        try {
            return SimulatorServer.start(() -> service.processor(), settings);
        } catch (RuntimeException e) {
            service.holds().close();
            throw e;
        }
    }

    @Override
    SimulatedService service() {
        return service;
    }

    /**
     * Returns a builder without applications, accounts and products, with immediate settlement.
     *
     * @return a new builder
     */
    public static GloebitSimulatorBuilder builder() {
        return new GloebitSimulatorBuilder();
    }

    /**
     * Returns the address of the service.
     *
     * @return an http or https address on 127.0.0.1, ending with a slash
     */
    public URI baseUri() {
        return server.baseUri();
    }

    /**
     * Returns the address of the page that shows accounts, applications, products, the ledger and the violations.
     *
     * @return an address on 127.0.0.1
     */
    public URI statusUri() {
        return baseUri().resolve("status");
    }

    /**
     * Returns the certificate of the https server, which a client has to trust.
     *
     * @return the certificate
     * @throws IllegalStateException if the builder's {@link GloebitSimulatorBuilder#tls()} was not called
     */
    public TlsCertificate certificate() {
        return settings.certificate()
                .map(identity -> new TlsCertificate(identity.certificate()))
                .orElseThrow(() ->
                        new IllegalStateException("there is no certificate; call tls() of the builder before start()"));
    }

    /**
     * Opens an authorization page, logs in and approves, as a user does in a browser. The steps are HTTP requests: they
     * are counted and can meet faults. Blocks, and must not be called on an event loop.
     *
     * @param authorizationUri the address of the page, an address of this simulator
     * @param userName name of an account
     * @param password the account's password
     * @return the address to which the service redirects the browser: the redirect URI with {@code code} and {@code
     *     state} in its query; with the implicit grant the token in its fragment; or {@code error}, if a parameter is
     *     not allowed
     * @throws IllegalStateException if the service does not redirect, as after a wrong password or with a redirect URI
     *     that does not belong to the application; the message quotes the page
     */
    public URI approve(URI authorizationUri, String userName, String password) {
        Arguments.loopback("authorizationUri", authorizationUri, baseUri());
        return new ScriptedLogin(server.client()).approve(authorizationUri, userName, password);
    }

    /**
     * Issues an access token without login, approval and exchange. Earlier tokens stay valid.
     *
     * @param applicationKey key of a known application
     * @param userName name of a known account
     * @param scope space-separated scope
     * @return the access token
     */
    public String issueToken(String applicationKey, String userName, String scope) {
        service.registry().application(applicationKey);
        service.registry().account(userName);
        return service.authorizations().issue(new Grant(applicationKey, userName, Scope.parse(scope)));
    }

    /**
     * Revokes an access token, as a user does on the account page.
     *
     * @param token an access token that is valid
     */
    public void revokeToken(String token) {
        if (!service.authorizations().revoke(token)) {
            throw new IllegalArgumentException("token is not valid; a token that was issued and not revoked is needed");
        }
    }

    /**
     * Returns the control of the calls of hold URLs.
     *
     * @return the same object on each call
     */
    public HoldCallbacks holdCallbacks() {
        return callbacks;
    }

    /**
     * Returns the clients' violations of the contract, as texts without secrets.
     *
     * @return an immutable copy, oldest first; the first thousand are kept
     */
    public List<String> violations() {
        return service.violations().texts();
    }

    /**
     * Returns the forms of request that the service has a route for. Tests compare other descriptions of the service
     * with them.
     *
     * @return verb and path of each form, such as {@code POST /transact}, with a star for each path parameter, such as
     *     {@code GET /get-inventory-item/*}; sorted
     */
    public List<String> routes() {
        return service.routes().forms();
    }

    /**
     * Returns the number of requests that an endpoint has received, including those that met a fault or were refused.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @return the number of requests
     */
    public long requestCount(String path) {
        return service.routes().named(path).requestCount();
    }

    /**
     * Adds a fault to the queue of an endpoint. Each request takes the first fault of the queue.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @param fault the fault
     */
    public void failNext(String path, Fault fault) {
        failNext(path, fault, 1);
    }

    /**
     * Adds a fault several times to the queue of an endpoint.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @param fault the fault
     * @param times the number of requests that meet it, 1 or more
     */
    public void failNext(String path, Fault fault, int times) {
        service.faults().add(service.routes().named(path), fault.spec(), Arguments.positive("times", times));
    }

    /**
     * Sets the random faults of requests. Faults of {@link #failNext} take precedence.
     *
     * @param chances replaces the earlier setting; {@link RandomFaults#NONE} removes it
     * @throws IllegalArgumentException if a path is unknown, or the probabilities for one add up to more than 1
     */
    public void failRandomly(RandomFaults chances) {
        RandomFaultPlan plan = chances.plan();
        plan.paths().forEach(service.routes()::named);
        service.routes().paths().forEach(plan::requireSumUpTo1);
        service.faults().randomly(plan);
    }

    /**
     * Returns the requests that wait to be carried out late.
     *
     * @return the same object on each call
     */
    public LateRequests lateRequests() {
        return late;
    }

    /**
     * Returns the control of the faults of connections.
     *
     * @return the control
     */
    public ConnectionFaults connectionFaults() {
        return new ConnectionFaults(server);
    }

    /**
     * Restores the state after the start, on the same port:
     *
     * <ul>
     *   <li>accounts, ledger, inventories, characters, subscriptions, tokens, products, redirect prefixes and the
     *       behaviour of callbacks are those of the builder;
     *   <li>faults, late requests, violations, deliveries and counts of requests are cleared;
     *   <li>connections are accepted.
     * </ul>
     *
     * <p>Connections with a request are closed without an answer, and calls of hold URLs are cancelled; neither has an
     * effect afterwards. Idle connections stay open. Send no request during the reset: it may be counted, or closed
     * without an answer. Blocks for some seconds at most, and must not be called on an event loop.
     *
     * @throws IllegalStateException if the simulator is closed
     */
    public synchronized void reset() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed; it cannot be reset");
        }
        SimulatedService before = service;
        service = begin();
        callbacks.follow(service.holds());
        try {
            server.reset();
            lateQueue.forget();
        } finally {
            before.holds().close();
        }
    }

    /**
     * Stops the server and the calls of hold URLs, and closes every connection. Blocks, and must not be called on an
     * event loop.
     */
    @Override
    public synchronized void close() {
        closed = true;
        lateQueue.close();
        try {
            service.holds().close();
        } finally {
            server.close();
        }
    }
}
