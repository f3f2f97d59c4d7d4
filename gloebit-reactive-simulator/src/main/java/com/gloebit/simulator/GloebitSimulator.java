package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.LateRequestQueue;
import com.gloebit.simulator.internal.http.RandomFaultPlan;
import com.gloebit.simulator.internal.http.ServerSettings;
import com.gloebit.simulator.internal.http.SimulatorServer;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.page.ScriptedLogin;
import com.gloebit.simulator.internal.service.ServiceDescription;
import com.gloebit.simulator.internal.service.SimulatedService;
import com.gloebit.simulator.internal.wire.Arguments;
import java.net.URI;
import java.util.List;

/**
 * A Gloebit service inside this process, reached over real HTTP on a port of the loopback address.
 *
 * <p>It takes every request form that this project's client or one of Gloebit's published clients sends, and is strict
 * about everything else: what departs from the contract is refused and recorded in {@link #violations()}. A transaction with an enact
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
        this.service = description.begin(lateQueue);
        this.callbacks = new HoldCallbacks(service.holds());
        this.server = startServer();
    }

    /** The resources for hold callbacks do not outlast a server that cannot start. */
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
     * Begins the description of a simulator.
     *
     * @return an empty description: no application, account or product, immediate settlement
     */
    public static GloebitSimulatorBuilder builder() {
        return new GloebitSimulatorBuilder();
    }

    /**
     * Where the service listens.
     *
     * @return an http or https address on 127.0.0.1, ending with a slash
     */
    public URI baseUri() {
        return server.baseUri();
    }

    /**
     * The page that shows accounts, applications, products, the ledger and the violations in a browser.
     *
     * @return an address on 127.0.0.1
     */
    public URI statusUri() {
        return baseUri().resolve("status");
    }

    /**
     * What a client has to trust.
     *
     * @return the certificate
     * @throws IllegalStateException if the simulator was described without {@link GloebitSimulatorBuilder#tls()}
     */
    public TlsCertificate certificate() {
        return settings.certificate()
                .map(identity -> new TlsCertificate(identity.certificate()))
                .orElseThrow(() -> new IllegalStateException(
                        "there is no certificate; the description has to call tls() before start()"));
    }

    /**
     * Does in a browser's place what a user does who is sent to Gloebit, logs in, and approves. The pages are walked through
     * over HTTP, so they count as requests and meet faults. Blocks, so it must not be called on an event loop.
     *
     * @param authorizationUri where the application sends the user, an address of this simulator
     * @param userName name of an account
     * @param password the account's password
     * @return where the user is sent back to: the redirect URI with {@code code} and {@code state} in its query; with the
     *     implicit grant the token in its fragment; or {@code error}, if the request has something that is not allowed
     * @throws IllegalStateException if the user is sent nowhere, as with a wrong password or a redirect URI that does not
     *     belong to the application; the message has the page's words
     */
    public URI approve(URI authorizationUri, String userName, String password) {
        Arguments.loopback("authorizationUri", authorizationUri, baseUri());
        return new ScriptedLogin(server.client()).approve(authorizationUri, userName, password);
    }

    /**
     * Issues an access token without login, approval and exchange. Tokens issued before stay valid.
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
     * The calls of hold URLs.
     *
     * @return the same in each call
     */
    public HoldCallbacks holdCallbacks() {
        return callbacks;
    }

    /**
     * Every departure of a client from the contract, in plain words and without secrets.
     *
     * @return an immutable copy, oldest first; the first thousand are kept
     */
    public List<String> violations() {
        return service.violations().texts();
    }

    /**
     * What the service answers at all, to check another description of it against.
     *
     * @return verb and path of each form, such as {@code POST /transact}, with a star for each path parameter, such as
     *     {@code GET /get-inventory-item/*}; sorted
     */
    public List<String> routes() {
        return service.routes().forms();
    }

    /**
     * How many requests an endpoint has received, those included that met a fault or were refused.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @return the number of requests
     */
    public long requestCount(String path) {
        return service.routes().named(path).requestCount();
    }

    /**
     * Puts a fault in the queue of an endpoint; the next request without one takes it.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @param fault what goes wrong
     */
    public void failNext(String path, Fault fault) {
        failNext(path, fault, 1);
    }

    /**
     * Puts a fault several times in the queue of an endpoint.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @param fault what goes wrong
     * @param times how many requests it meets, 1 or more
     */
    public void failNext(String path, Fault fault, int times) {
        service.faults().add(service.routes().named(path), fault.spec(), Arguments.positive("times", times));
    }

    /**
     * Lets requests meet faults by chance. Those of {@link #failNext} come first.
     *
     * @param chances in place of those before; {@link RandomFaults#NONE} for no more
     * @throws IllegalArgumentException if a path is unknown, or the probabilities for one add up to more than 1
     */
    public void failRandomly(RandomFaults chances) {
        RandomFaultPlan plan = chances.plan();
        plan.paths().forEach(service.routes()::named);
        service.routes().paths().forEach(plan::requireSumUpTo1);
        service.faults().randomly(plan);
    }

    /**
     * The requests that a fault keeps back, to be carried out later.
     *
     * @return the same in each call
     */
    public LateRequests lateRequests() {
        return late;
    }

    /**
     * What goes wrong before there is a request.
     *
     * @return what makes it go wrong; nothing does until it is told to
     */
    public ConnectionFaults connectionFaults() {
        return new ConnectionFaults(server);
    }

    /**
     * Begins anew, on the same port: accounts, ledger, inventories, characters, subscriptions, tokens, products,
     * redirect prefixes and the behaviour of callbacks are what they were after the start; faults, late requests, violations,
     * deliveries and counts of requests are none; and connections are accepted.
     *
     * <p>What is under way is cut: a connection with a request is closed without an answer, a call of a hold URL is given up,
     * and neither has an effect any more. What is sent to it meanwhile may count or be cut, so send nothing. Idle connections
     * stay. Blocks for some seconds at most, so it must not be called on
     * an event loop.
     *
     * @throws IllegalStateException if the simulator is closed
     */
    public synchronized void reset() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed; it cannot be reset");
        }
        SimulatedService before = service;
        service = description.begin(lateQueue);
        callbacks.follow(service.holds());
        server.reset();
        lateQueue.forget();
        before.holds().close();
    }

    /**
     * Stops listening and calling, and closes every connection. Blocks, so it must not be called on an event loop.
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
