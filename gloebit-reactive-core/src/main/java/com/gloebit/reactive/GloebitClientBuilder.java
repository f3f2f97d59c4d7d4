package com.gloebit.reactive;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.hold.HoldService;
import com.gloebit.reactive.internal.http.HttpNetwork;
import com.gloebit.reactive.internal.http.Network;
import com.gloebit.reactive.internal.http.PoolGauges;
import com.gloebit.reactive.internal.meter.ClientGauges;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.internal.meter.MeterName;
import com.gloebit.reactive.internal.oauth.AuthorizationFlow;
import com.gloebit.reactive.internal.pipeline.Pipeline;
import com.gloebit.reactive.internal.pipeline.Resilience;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/** Builds a client. Only the environment has no default. */
public final class GloebitClientBuilder {
    static {
        // Reads the system's randomness here and not first on an event loop.
        TransactionId.random();
    }

    private final ClientSecrets secrets;
    private @Nullable GloebitEnvironment environment;
    private @Nullable URI redirectUri;
    private Set<Scope> scopes = Set.of(Scope.USER, Scope.TRANSACT);
    private List<byte[]> signingKeys = List.of();
    private CallLimits limits = CallLimits.DEFAULT;
    private ResilienceSettings resilience = ResilienceSettings.DEFAULT;
    private ConnectionSettings connections = ConnectionSettings.DEFAULT;
    private UnaryOperator<HttpClient> httpClient = UnaryOperator.identity();
    private MeterRegistry meterRegistry = new CompositeMeterRegistry();
    private @Nullable CircuitBreakerRegistry breakerRegistry;
    private @Nullable RetryRegistry retryRegistry;
    private CredentialStore credentialStore = new InMemoryCredentialStore();
    private Clock clock = Clock.systemUTC();
    private @Nullable HoldSettings holds;
    private TransactVersion transactVersion = TransactVersion.V1;
    private Duration lateRequestLimit = Duration.ofMinutes(30);

    GloebitClientBuilder(ClientSecrets secrets) {
        this.secrets = secrets;
        this.redirectUri = secrets.redirectUri();
    }

    /**
     * Sets the Gloebit service. It is required, because in production gloebits are money.
     *
     * @param environment the service
     * @return this
     */
    public GloebitClientBuilder environment(GloebitEnvironment environment) {
        this.environment = Arguments.required("environment", environment);
        return this;
    }

    /**
     * Sets the URI to which the browser returns after authorization. Default: the first one of the client-secrets file.
     *
     * @param redirectUri an absolute URI below a prefix configured at Gloebit
     * @return this
     */
    public GloebitClientBuilder redirectUri(URI redirectUri) {
        this.redirectUri = Arguments.absolute("redirectUri", redirectUri);
        return this;
    }

    /**
     * Sets the scopes that users are asked to grant. Default: {@code user} and {@code transact}.
     *
     * @param first one scope
     * @param more further scopes
     * @return this
     */
    public GloebitClientBuilder scopes(Scope first, Scope... more) {
        return scopes(Arguments.listOf("scopes", first, more));
    }

    /**
     * Sets the scopes that users are asked to grant. Default: {@code user} and {@code transact}.
     *
     * @param scopes at least one
     * @return this
     */
    public GloebitClientBuilder scopes(Collection<Scope> scopes) {
        this.scopes = Arguments.atLeastOne("scopes", scopes);
        return this;
    }

    /**
     * Sets the keys that sign OAuth's {@code state} and the callback URLs of holds. The newest key signs, and every key
     * verifies. Several nodes need the same keys. Keep a retired key for as long as the journal contains transactions
     * from its time. Default: a random key, which is valid for one node until its process ends.
     *
     * @param newest at least 32 random bytes
     * @param older keys that signed before
     * @return this
     */
    public GloebitClientBuilder signingKey(byte[] newest, byte[]... older) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(Arguments.signingKey("signingKey", newest));
        for (byte[] key : Arguments.required("signingKey", older)) {
            keys.add(Arguments.signingKey("signingKey", key));
        }
        this.signingKeys = keys;
        return this;
    }

    /**
     * Sets the time limits of calls and the number of attempts. {@link AuthorizedUser#withLimits} sets them for single
     * calls.
     *
     * @param limits the limits
     * @return this
     */
    public GloebitClientBuilder limits(CallLimits limits) {
        this.limits = Arguments.required("limits", limits);
        return this;
    }

    /**
     * Sets the parameters of retries, circuit breakers and the retry budget.
     *
     * @param resilience the parameters
     * @return this
     */
    public GloebitClientBuilder resilience(ResilienceSettings resilience) {
        this.resilience = Arguments.required("resilience", resilience);
        return this;
    }

    /**
     * Sets the limits of the connections.
     *
     * @param connections the limits
     * @return this
     */
    public GloebitClientBuilder connections(ConnectionSettings connections) {
        this.connections = Arguments.required("connections", connections);
        return this;
    }

    /**
     * Customizes the underlying HTTP client, for example with a proxy, other certificates or another event loop. Some
     * settings cannot be changed: the client does not follow redirects, disables the retries of Reactor Netty, and
     * requires that certificates match the host. It cannot detect a trust manager that accepts every certificate.
     *
     * <p>The function may return an unrelated {@code HttpClient}. Its own pool and connect timeout then apply, and
     * {@link #connections} limits only the answers.
     *
     * @param httpClient receives the default client and returns the one to use
     * @return this
     */
    public GloebitClientBuilder httpClient(UnaryOperator<HttpClient> httpClient) {
        this.httpClient = Arguments.required("httpClient", httpClient);
        return this;
    }

    /**
     * Sets the registry of the client's meters. Default: none, which discards the meters.
     *
     * @param meterRegistry the registry
     * @return this
     */
    public GloebitClientBuilder meterRegistry(MeterRegistry meterRegistry) {
        this.meterRegistry = Arguments.required("meterRegistry", meterRegistry);
        return this;
    }

    /**
     * Sets the registry of the circuit breakers, which are named {@code gloebit-ENVIRONMENT-token},
     * {@code -transaction} and {@code -account}. A configuration in the registry under such a name replaces the
     * parameters; the client still decides which failures count. Clients with the same registry share its breakers,
     * with the parameters of the client that was built first. The owner of the registry binds its meters.
     *
     * @param registry the registry
     * @return this
     */
    public GloebitClientBuilder circuitBreakerRegistry(CircuitBreakerRegistry registry) {
        this.breakerRegistry = Arguments.required("registry", registry);
        return this;
    }

    /**
     * Sets the registry of the retries, which have the same names as the circuit breakers. The owner of the registry
     * binds its meters.
     *
     * @param registry the registry
     * @return this
     */
    public GloebitClientBuilder retryRegistry(RetryRegistry registry) {
        this.retryRegistry = Arguments.required("registry", registry);
        return this;
    }

    /**
     * Sets the endpoint of new purchases. Default: the documented {@code /transact}.
     *
     * <table>
     * <caption>Endpoint of a purchase after a change of this setting</caption>
     * <tr><th>Purchase</th><th>Endpoint</th></tr>
     * <tr><td>sent by {@link AuthorizedUser#resend}</td><td>the one that it was sent to first</td></tr>
     * <tr><td>in the journal</td><td>the one that it was sent to first</td></tr>
     * <tr><td>made anew under its id, without holds</td><td>the new one</td></tr>
     * </table>
     *
     * <p>Gloebit does not document that each endpoint knows the ids of the other. Do not change this setting while a
     * purchase of the last kind may be in doubt: it could be charged twice.
     *
     * @param version the endpoint
     * @return this
     */
    public GloebitClientBuilder transactVersion(TransactVersion version) {
        this.transactVersion = Arguments.required("version", version);
        return this;
    }

    /**
     * Sets the time after which a request that was given up is assumed not to be carried out any more. Gloebit
     * documents no such time. Default: 30 minutes.
     *
     * <p>Without holds, a refusal for too few gloebits ends the doubt about a purchase only if the refused request was
     * sent later than this after the last request that was given up: see {@link AuthorizedUser#resend}. For a stored
     * purchase, the system clock measures this time, so the clocks of all nodes must agree much more closely than that.
     *
     * @param limit a millisecond to a day
     * @return this
     */
    public GloebitClientBuilder lateRequestLimit(Duration limit) {
        this.lateRequestLimit = Arguments.positive("limit", limit);
        return this;
    }

    /**
     * Enables hold callbacks: Gloebit reports the end of every purchase of this client to the application. Needs
     * {@link #signingKey}. Default: no callbacks. An application that Gloebit cannot reach, such as one in a browser or
     * on a user's machine, cannot use callbacks, and learns only the answer to each purchase.
     *
     * @param holds the base of the callback URLs, the application's reactions, and the journal
     * @return this
     */
    public GloebitClientBuilder holds(HoldSettings holds) {
        this.holds = Arguments.required("holds", holds);
        return this;
    }

    /**
     * Sets the store of users' credentials. Default: in memory.
     *
     * @param credentialStore the store
     * @return this
     */
    public GloebitClientBuilder credentialStore(CredentialStore credentialStore) {
        this.credentialStore = Arguments.required("credentialStore", credentialStore);
        return this;
    }

    /**
     * Sets the clock for the expiry of OAuth's {@code state} and for the times of purchases. Default: the system clock.
     *
     * @param clock the clock
     * @return this
     */
    public GloebitClientBuilder clock(Clock clock) {
        this.clock = Arguments.required("clock", clock);
        return this;
    }

    /**
     * Builds the client. No connection is opened yet.
     *
     * @return a client, which its owner has to close
     * @throws IllegalStateException if the environment is not set, or if there are holds but no signing key
     */
    public GloebitClient build() {
        GloebitEnvironment service = environment;
        if (service == null) {
            throw new IllegalStateException("environment is not set; name PRODUCTION, SANDBOX or a custom one");
        }
        if (holds != null && signingKeys.isEmpty()) {
            // Gloebit keeps a callback URL for as long as the transaction takes.
            throw new IllegalStateException("holds need a signingKey: callback URLs outlive the process");
        }
        Duration attempt = shorter(limits.attemptTimeout(), limits.deadline());
        return build(
                service,
                new HttpNetwork(service.baseUri(), connections, attempt, Version.USER_AGENT, httpClient),
                ProcessResources.system());
    }

    /** Builds the client over a given network. */
    GloebitClient build(GloebitEnvironment service, Network network, ProcessResources process) {
        Pipeline pipeline = new Pipeline(
                network.transport(),
                new Resilience(
                        service.name(),
                        resilience,
                        limits.attempts(),
                        breakerRegistry,
                        retryRegistry,
                        meterRegistry,
                        process.monotonicClock(clock)),
                resilience,
                meterRegistry,
                process);
        Application application = new Application(secrets, clock);
        Signer signer = signingKeys.isEmpty() ? Signer.random() : new Signer(signingKeys);
        HoldService holdService = createHoldService(application, signer, process);
        return new GloebitClient(
                application,
                new AuthorizationFlow(application, service, signer, scopes, redirectUri),
                pipeline,
                limits,
                new PurchaseService(
                        application,
                        transactVersion,
                        lateRequestLimit,
                        process.nanoTime(),
                        meterRegistry,
                        holdService == null ? null : holdService.purchaseJournaling()),
                holdService,
                credentialStore,
                network,
                gauges(service, pipeline, network.gauges()),
                process.timer());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private @Nullable HoldService createHoldService(Application application, Signer signer, ProcessResources process) {
        HoldSettings settings = holds;
        return settings == null
                ? null
                : new HoldService(settings, signer, application, new HoldMeters(meterRegistry), process);
    }

    private ClientGauges gauges(GloebitEnvironment service, Pipeline pipeline, PoolGauges pools) {
        return new ClientGauges(meterRegistry, service.name())
                .add(MeterName.IN_FLIGHT, pipeline::inFlightCount)
                .add(MeterName.RETRY_BUDGET, pipeline::retryBudgetLeft)
                .add(MeterName.POOL_ACTIVE, pools::active)
                .add(MeterName.POOL_IDLE, pools::idle)
                .add(MeterName.POOL_PENDING, pools::pending);
    }
}
