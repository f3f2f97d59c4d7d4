package com.gloebit.simulator;

import java.net.URI;
import java.util.List;
import java.util.UUID;

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
 *         .product(Product.of("Sword", new BigDecimal("25")).limit(5))
 *         .start()) {
 *     String token = simulator.issueToken("demo-key", "ada", "balance transact");
 *     // ... a client uses simulator.baseUri() and the token
 *     assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
 *     assertThat(simulator.violations()).isEmpty();
 * }
 * }</pre>
 */
public final class GloebitSimulator extends SimulatedAccounts implements AutoCloseable {
    private final Directory directory;
    private final Authorizations authorizations;
    private final Violations violations;
    private final Faults faults;
    private final LateRequests late = new LateRequests();
    private final Routes routes;
    private final SimulatorServer server;
    private final HoldQueue queue;
    private final HoldCallbacks callbacks;
    private final Listening listening;

    GloebitSimulator(
            Directory directory, Ledger ledger, HoldCourses courses, OpenBehaviours open, Listening listening) {
        super(directory, ledger);
        this.directory = directory;
        this.authorizations = new Authorizations();
        this.violations = new Violations(directory, authorizations);
        this.faults = new Faults();
        this.routes = Routes.of(directory, ledger, courses, authorizations, violations, open);
        this.queue = new HoldQueue(ledger, courses, violations);
        this.callbacks = new HoldCallbacks(courses, queue);
        this.server = startServer(new RequestProcessor(routes, faults, late, violations), listening, queue);
        this.listening = listening;
    }

    /** The resources for hold callbacks do not outlast a server that cannot start. */
    private static SimulatorServer startServer(RequestProcessor processor, Listening listening, HoldQueue queue) {
        try {
            return SimulatorServer.start(processor, listening);
        } catch (RuntimeException e) {
            queue.close();
            throw e;
        }
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
        return listening
                .certificate()
                .map(identity -> new TlsCertificate(identity.certificate()))
                .orElseThrow(() -> new IllegalStateException(
                        "there is no certificate; the description has to call tls() before start()"));
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
        directory.application(applicationKey);
        directory.account(userName);
        return authorizations.issue(new Grant(applicationKey, userName, Scope.parse(scope)));
    }

    /**
     * Revokes an access token, as a user does on the account page.
     *
     * @param token an access token that is valid
     */
    public void revokeToken(String token) {
        if (!authorizations.revoke(token)) {
            throw new IllegalArgumentException("token is not valid; a token that was issued and not revoked is needed");
        }
    }

    /**
     * Creates a character.
     *
     * @param applicationKey key of a known application
     * @param userName name of a known account
     * @param name the character's name, unique in the application
     * @return the character's id
     */
    public UUID createCharacter(String applicationKey, String userName, String name) {
        directory.application(applicationKey);
        directory.account(userName);
        return directory.createCharacter(applicationKey, userName, name);
    }

    /**
     * Allows an application to replace what it stored of characters, or forbids it, as its configuration page does.
     *
     * @param applicationKey key of a known application
     * @param allowed true, unless set
     */
    public void allowCharacterEditing(String applicationKey, boolean allowed) {
        directory.application(applicationKey);
        directory.characters().allowEditing(applicationKey, allowed);
    }

    /**
     * What {@code /user} tells as the id, and a payment from user to user names as {@code seller-id-from-gloebit}.
     *
     * @param userName name of a known account
     * @return the account's id, the same in every run
     */
    public UUID accountId(String userName) {
        return directory.account(userName).id();
    }

    /**
     * Disables a subscription, or enables it again. Nobody can be asked to authorize a disabled one.
     *
     * @param subscriptionId id of a known subscription
     * @param enabled true, unless set
     */
    public void enableSubscription(UUID subscriptionId, boolean enabled) {
        directory.subscriptions().enable(subscriptionId, enabled);
    }

    /**
     * Decides as the asked user does on the page of a subscription authorization.
     *
     * @param authorizationId id of a known subscription authorization
     * @param approved whether the user approves, or declines
     */
    public void decideSubscription(UUID authorizationId, boolean approved) {
        directory.subscriptions().decide(authorizationId, approved);
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
        return violations.texts();
    }

    /**
     * What the service answers at all, to check another description of it against.
     *
     * @return verb and path of each form, such as {@code POST /transact}, with a star for each path parameter, such as
     *     {@code GET /get-inventory-item/*}; sorted
     */
    public List<String> routes() {
        return routes.forms();
    }

    /**
     * How many requests an endpoint has received, those included that met a fault or were refused.
     *
     * @param path the endpoint's path without path parameters, such as {@code /transact}
     * @return the number of requests
     */
    public long requestCount(String path) {
        return routes.named(path).requestCount();
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
        faults.add(routes.named(path), fault, Arguments.positive("times", times));
    }

    /**
     * Lets requests meet faults by chance. Those of {@link #failNext} come first.
     *
     * @param chances in place of those before; {@link RandomFaults#NONE} for no more
     * @throws IllegalArgumentException if a path is unknown, or the probabilities for one add up to more than 1
     */
    public void failRandomly(RandomFaults chances) {
        chances.paths().forEach(routes::named);
        routes.paths().forEach(chances::requireSumUpTo1);
        faults.randomly(chances);
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
     * Stops listening and calling, and closes every connection. Blocks, so it must not be called on an event loop.
     */
    @Override
    public void close() {
        late.close();
        try {
            queue.close();
        } finally {
            server.close();
        }
    }
}
