package com.gloebit.reactive;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.hold.HoldService;
import com.gloebit.reactive.internal.http.Connections;
import com.gloebit.reactive.internal.http.HttpClients;
import com.gloebit.reactive.internal.http.HttpExchange;
import com.gloebit.reactive.internal.http.PoolGauges;
import com.gloebit.reactive.internal.http.WarmUp;
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
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** Sets a client up. Only the environment has no default. */
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
     * Which service to talk to. Required: in production, gloebits are money.
     *
     * @param environment the service
     * @return this
     */
    public GloebitClientBuilder environment(GloebitEnvironment environment) {
        this.environment = Arguments.required("environment", environment);
        return this;
    }

    /**
     * Where the browser returns to after authorization. Default: the first of the client-secrets file.
     *
     * @param redirectUri an absolute URI below a prefix configured at Gloebit
     * @return this
     */
    public GloebitClientBuilder redirectUri(URI redirectUri) {
        this.redirectUri = Arguments.absolute("redirectUri", redirectUri);
        return this;
    }

    /**
     * What users are asked to allow. Default: {@code user} and {@code transact}.
     *
     * @param first one scope
     * @param more further scopes
     * @return this
     */
    public GloebitClientBuilder scopes(Scope first, Scope... more) {
        return scopes(Arguments.listOf("scopes", first, more));
    }

    /**
     * What users are asked to allow. Default: {@code user} and {@code transact}.
     *
     * @param scopes at least one
     * @return this
     */
    public GloebitClientBuilder scopes(Collection<Scope> scopes) {
        this.scopes = Arguments.atLeastOne("scopes", scopes);
        return this;
    }

    /**
     * The keys that sign OAuth's {@code state} and the callback URLs of holds: the first signs, all verify. Default: a
     * random key, which serves one node until it stops. Several nodes need the same keys. Keep a retired key for as long
     * as the journal keeps transactions of its time.
     *
     * @param newest at least 32 random bytes
     * @param older keys that were in use before
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
     * How long calls may take, and how often they are tried. {@link AuthorizedUser#withLimits} sets it for single calls.
     *
     * @param limits the limits
     * @return this
     */
    public GloebitClientBuilder limits(CallLimits limits) {
        this.limits = Arguments.required("limits", limits);
        return this;
    }

    /**
     * The numbers behind retry and circuit breakers.
     *
     * @param resilience the numbers
     * @return this
     */
    public GloebitClientBuilder resilience(ResilienceSettings resilience) {
        this.resilience = Arguments.required("resilience", resilience);
        return this;
    }

    /**
     * The bounds of the connections.
     *
     * @param connections the bounds
     * @return this
     */
    public GloebitClientBuilder connections(ConnectionSettings connections) {
        this.connections = Arguments.required("connections", connections);
        return this;
    }

    /**
     * Changes the HTTP client below: a proxy, other certificates, an event loop of one's own. Whatever it sets, the
     * client does not follow redirects, does not let Reactor Netty send again, and asks for certificates to be checked
     * against the host. A trust manager that trusts everything is not noticed. An {@code HttpClient} of one's own may be
     * returned instead: its pool and its connect timeout are then its own, and {@link #connections} bounds only the
     * answers.
     *
     * @param httpClient gets the client as it would be
     * @return this
     */
    public GloebitClientBuilder httpClient(UnaryOperator<HttpClient> httpClient) {
        this.httpClient = Arguments.required("httpClient", httpClient);
        return this;
    }

    /**
     * Where meters go. Default: nowhere.
     *
     * @param meterRegistry the registry
     * @return this
     */
    public GloebitClientBuilder meterRegistry(MeterRegistry meterRegistry) {
        this.meterRegistry = Arguments.required("meterRegistry", meterRegistry);
        return this;
    }

    /**
     * Where the circuit breakers live, named {@code gloebit-ENVIRONMENT-token}, {@code -transaction} and
     * {@code -account}. A configuration registered under such a name gives its numbers; what counts as a failure stays
     * the client's. Clients that share a registry share its breakers, with the numbers of whoever came first. The owner
     * of the registry binds its meters.
     *
     * @param registry the registry
     * @return this
     */
    public GloebitClientBuilder circuitBreakerRegistry(CircuitBreakerRegistry registry) {
        this.breakerRegistry = Arguments.required("registry", registry);
        return this;
    }

    /**
     * Where the retries live, under the same names. The owner of the registry binds its meters.
     *
     * @param registry the registry
     * @return this
     */
    public GloebitClientBuilder retryRegistry(RetryRegistry registry) {
        this.retryRegistry = Arguments.required("registry", registry);
        return this;
    }

    /**
     * Which endpoint new purchases go to. Default: the documented {@code /transact}. Nothing says that both know one
     * another's ids. {@link AuthorizedUser#resend}, and any purchase that the journal has, goes to the endpoint that it went
     * to first; a purchase that is made anew under its id without holds goes to this one. So do not change it while such a
     * purchase may be in doubt: it could be charged twice.
     *
     * @param version which of the two
     * @return this
     */
    public GloebitClientBuilder transactVersion(TransactVersion version) {
        this.transactVersion = Arguments.required("version", version);
        return this;
    }

    /**
     * How long after it was given up a request may still be carried out, by assumption: no source says. Without holds, the
     * doubt about a purchase ends with a refusal for too few gloebits only if the refused request was sent later than that
     * after the last one that was given up: see {@link AuthorizedUser#resend}. Of a stored purchase that is measured by the
     * clock, so the clocks of the nodes have to agree to much less than this. Default: 30 minutes.
     *
     * @param limit a millisecond to a day
     * @return this
     */
    public GloebitClientBuilder lateRequestLimit(Duration limit) {
        this.lateRequestLimit = Arguments.positive("limit", limit);
        return this;
    }

    /**
     * Has Gloebit call the application about every purchase of this client, so that it learns how each one ends. Needs
     * {@link #signingKey}. Default: no callbacks. An application that cannot be called (a browser's, a user's own
     * machine) cannot have them, and never learns more than the answer to the purchase.
     *
     * @param holds where it is called, what it does then, and where it remembers
     * @return this
     */
    public GloebitClientBuilder holds(HoldSettings holds) {
        this.holds = Arguments.required("holds", holds);
        return this;
    }

    /**
     * Where the credentials of named users are kept. Default: in memory.
     *
     * @param credentialStore the store
     * @return this
     */
    public GloebitClientBuilder credentialStore(CredentialStore credentialStore) {
        this.credentialStore = Arguments.required("credentialStore", credentialStore);
        return this;
    }

    /**
     * The clock behind the expiry of OAuth's {@code state} and the time of purchase. Default: the system's.
     *
     * @param clock the clock
     * @return this
     */
    public GloebitClientBuilder clock(Clock clock) {
        this.clock = Arguments.required("clock", clock);
        return this;
    }

    /**
     * Makes the client. No connection is opened yet.
     *
     * @return a client, to be closed by its owner
     * @throws IllegalStateException if no environment was named, or there are holds and no signing key
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
        Connections connected = new Connections(connections, attempt.dividedBy(2));
        HttpClient http = HttpClients.client(connected, connectTimeout(attempt), Version.USER_AGENT, httpClient);
        Pipeline pipeline = new Pipeline(
                new HttpExchange(http, service.baseUri(), connections.maxAnswerBytes()),
                new Resilience(
                        service.name(), resilience, limits.attempts(), breakerRegistry, retryRegistry, meterRegistry),
                resilience,
                meterRegistry,
                Schedulers.parallel(),
                System::nanoTime);
        Application application = new Application(secrets, clock);
        Signer signer = signingKeys.isEmpty() ? Signer.random() : new Signer(signingKeys);
        HoldService holdService = createHoldService(application, signer);
        return new GloebitClient(
                application,
                new AuthorizationFlow(application, service, signer, scopes, redirectUri),
                pipeline,
                limits,
                new PurchaseService(
                        application,
                        transactVersion,
                        lateRequestLimit,
                        System::nanoTime,
                        meterRegistry,
                        holdService == null ? null : holdService.purchases()),
                holdService,
                credentialStore,
                connected,
                gauges(service, pipeline, connected.gauges()),
                new WarmUp(http, "https".equalsIgnoreCase(service.baseUri().getScheme())));
    }

    /** Connecting and the handshake together end before the attempt does: they count with the breaker, and it may not. */
    private Duration connectTimeout(Duration attempt) {
        return shorter(connections.connectTimeout(), attempt.dividedBy(3));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private @Nullable HoldService createHoldService(Application application, Signer signer) {
        HoldSettings settings = holds;
        return settings == null
                ? null
                : new HoldService(settings, signer, application, new HoldMeters(meterRegistry), Schedulers.parallel());
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
