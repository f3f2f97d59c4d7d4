package com.gloebit.reactive;

import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.UserNotAuthorizedException;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.calls.SubscriptionCalls;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.hold.HoldService;
import com.gloebit.reactive.internal.hold.JournaledHolds;
import com.gloebit.reactive.internal.hold.Resending;
import com.gloebit.reactive.internal.http.Connections;
import com.gloebit.reactive.internal.http.WarmUp;
import com.gloebit.reactive.internal.meter.ClientGauges;
import com.gloebit.reactive.internal.oauth.AuthorizationFlow;
import com.gloebit.reactive.internal.oauth.AuthorizationResponse;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.pipeline.Pipeline;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.subscription.Subscriptions;
import com.gloebit.reactive.transaction.Receipt;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The client of one application. Make one and share it: it holds the connections, the circuit breakers and the retry
 * budget. Thread-safe; nothing blocks, {@link #close} neither.
 */
public final class GloebitClient implements AutoCloseable, Disposable {
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

    private final Application application;
    private final AuthorizationFlow authorizationFlow;
    private final Pipeline pipeline;
    private final CallLimits limits;
    private final PurchaseService purchaseService;
    private final @Nullable HoldService holdService;
    private final CredentialStore credentialStore;
    private final Connections connections;
    private final ClientGauges gauges;
    private final WarmUp warmUp;

    GloebitClient(
            Application application,
            AuthorizationFlow authorizationFlow,
            Pipeline pipeline,
            CallLimits limits,
            PurchaseService purchaseService,
            @Nullable HoldService holdService,
            CredentialStore credentialStore,
            Connections connections,
            ClientGauges gauges,
            WarmUp warmUp) {
        this.application = application;
        this.authorizationFlow = authorizationFlow;
        this.pipeline = pipeline;
        this.limits = limits;
        this.purchaseService = purchaseService;
        this.holdService = holdService;
        this.credentialStore = credentialStore;
        this.connections = connections;
        this.gauges = gauges;
        this.warmUp = warmUp;
    }

    /**
     * Starts to set a client up.
     *
     * @param secrets the application's key and secret; a public client has no secret
     * @return a builder; the environment has to be named
     */
    public static GloebitClientBuilder builder(ClientSecrets secrets) {
        return new GloebitClientBuilder(Arguments.required("secrets", secrets));
    }

    /**
     * Where to send the user's browser to authorize the application. The {@code state} in it is signed, bound to the
     * session, and good for 15 minutes. Source: {@code GET /oauth2/authorize}.
     *
     * @param request what to ask for
     * @return an absolute URI
     * @throws IllegalArgumentException if neither the client nor the request has a redirect URI, or a client without a
     *     secret has one that is neither https nor loopback
     */
    public URI authorizationUri(AuthorizationRequest request) {
        return authorizationFlow.authorizationUri(Arguments.required("request", request));
    }

    /**
     * Takes what the browser brought back to the redirect URI, and exchanges the code for a credential. If the request
     * named a user, the credential is saved in the client's {@link CredentialStore} under that name; if saving fails, so
     * does this, and the user has to authorize again. Source: {@code POST /oauth2/access-token}.
     *
     * <p>Fails with {@code CrossSiteStateException} if the state is missing, forged, expired or of another session: the
     * code is not used then; and with {@code AuthorizationFailedException} if the callback or the exchange says so, or
     * if the answer to the exchange is lost. The exchange is sent again if no connection was made, and after HTTP 429
     * and 5xx, but not after a lost or unreadable answer: a code shown twice may revoke what it gave.
     *
     * <p>A client without a secret gets the token itself (OAuth's implicit grant): nothing is sent then.
     *
     * @param callback the raw query of the request to the redirect URI, null if it has none; for a client without a
     *     secret the raw fragment, which only the browser sees, or the query if there is no fragment
     * @param session the value that {@link AuthorizationRequest#forSession} was given
     * @return the credential
     */
    public Mono<Credential> exchange(@Nullable String callback, String session) {
        Arguments.text("session", session, 4096);
        AuthorizationResponse response;
        try {
            response = authorizationFlow.accept(callback == null ? "" : callback, session);
        } catch (GloebitException refused) {
            return Mono.error(refused);
        }
        return pipeline.runAsOne(
                save(response.user(), obtainCredential(response)),
                () -> new CallBlockedException(
                        BlockedBy.CLIENT_CLOSED, FailureDetails.beforeSending(Endpoints.ACCESS_TOKEN.name()), null));
    }

    private Mono<Credential> obtainCredential(AuthorizationResponse response) {
        return response instanceof AuthorizationResponse.Code code
                ? EndpointInvoker.of(pipeline, limits).call(Endpoints.ACCESS_TOKEN, code.request())
                : Mono.just(((AuthorizationResponse.Token) response).credential());
    }

    private Mono<Credential> save(@Nullable String user, Mono<Credential> credential) {
        return user == null
                ? credential
                : credential.flatMap(fresh -> credentialStore.save(user, fresh).thenReturn(fresh));
    }

    /**
     * The user of a credential that the application keeps itself.
     *
     * @param credential what {@link #exchange} gave
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    public AuthorizedUser withCredential(Credential credential) {
        return user(Arguments.required("credential", credential), null);
    }

    private UserCalls user(Credential credential, @Nullable String key) {
        return new UserCalls(
                new EndpointInvoker(pipeline, credential, key, limits), credential, application, purchaseService);
    }

    /**
     * The user whose credential the {@link CredentialStore} keeps. Fails with {@code UserNotAuthorizedException} if the
     * store has none: authorize the user.
     *
     * @param user the application's key for the user
     * @return never empty
     */
    public Mono<AuthorizedUser> user(String user) {
        return findUser(user)
                .switchIfEmpty(
                        Mono.error(() -> new UserNotAuthorizedException(FailureDetails.beforeSending("user"), null)));
    }

    /**
     * The user whose credential the {@link CredentialStore} keeps, if it keeps one.
     *
     * @param user the application's key for the user
     * @return empty if the store has no credential of the user
     */
    public Mono<AuthorizedUser> findUser(String user) {
        return findStored(user).cast(AuthorizedUser.class);
    }

    private Mono<UserCalls> findStored(String user) {
        return credentialStore.find(Arguments.text("user", user, 255)).map(credential -> user(credential, user));
    }

    /**
     * Forgets a user's credential that turned out to be invalid, unless another has taken its place.
     *
     * @param user the application's key for the user
     * @param invalid the credential that was refused
     * @return true if it was removed
     */
    public Mono<Boolean> invalidate(String user, Credential invalid) {
        return credentialStore.invalidate(Arguments.text("user", user, 255), Arguments.required("invalid", invalid));
    }

    /**
     * Forgets a user's credential, whatever it is, as when the user logs out. Gloebit is not told: the access token stays
     * good for whoever has it. Until the user authorizes again, recovery does not send the user's unanswered purchases. An
     * {@link #exchange} that is under way may save a new credential afterwards.
     *
     * @param user the application's key for the user
     * @return completes when there is none
     */
    public Mono<Void> forget(String user) {
        return credentialStore.remove(Arguments.text("user", user, 255));
    }

    /**
     * What Gloebit calls back about, and how transactions end.
     *
     * @return a view; nothing happens until it is asked
     * @throws IllegalStateException if the client was built without {@link GloebitClientBuilder#holds}
     */
    public Holds holds() {
        if (holdService == null) {
            throw new IllegalStateException("the client has no holds; give the builder HoldSettings");
        }
        return new JournaledHolds(
                holdService, new Resending(this::sendAgain, limits.deadline().multipliedBy(2), pipeline::isClosed));
    }

    private Mono<Receipt> sendAgain(JournalEntry entry) {
        String user = entry.user();
        return user == null
                ? Mono.empty()
                : findStored(user).flatMap(authorized -> authorized.recover(entry.purchase()));
    }

    /**
     * What the application offers to subscribe to.
     *
     * @return a view; nothing is sent until it is asked
     */
    public Subscriptions subscriptions() {
        return new SubscriptionCalls(EndpointInvoker.of(pipeline, limits), application.secrets());
    }

    /**
     * Loads what the first call would load while its time is running: event loops, the resolver of names, TLS with its
     * authorities, and the classes between a purchase and its answer. For the start of an application, before its users
     * come. Nothing is sent and no connection is opened; credentials, meters, breakers and limits are not touched.
     *
     * @return completes when that is done, or after 30 seconds, and does not fail: what cannot be loaded is told by the
     *     first call. Can be repeated, and is quicker then
     */
    public Mono<Void> warmUp() {
        return warmUp.run(Rehearsal.play(), LONGEST_WARM_UP);
    }

    /**
     * Cuts nothing off, and returns at once: no call begins any more, those under way end within their own deadlines, and
     * with the last of them the client closes. A purchase counts as one call, with the look-up of its payer's name and the
     * steps of the journal, and so does an exchange with the saving of its credential. Containers find this;
     * {@link #closeGracefully} can be waited for, and {@link #dispose} cuts off.
     */
    @Override
    public void close() {
        pipeline.close(this::dispose);
    }

    /**
     * Lets calls under way finish, as {@link #close} does, and then closes. No call begins after this is subscribed to. If
     * it is cancelled, the client closes at once, as by {@link #dispose}.
     *
     * @param atMost how long to wait for them, a millisecond to a day; what is still under way then is cut off, with
     *     outcome {@code UNKNOWN} for a change that was sent
     * @return completes when the connections are closed
     */
    public Mono<Void> closeGracefully(Duration atMost) {
        Arguments.positive("atMost", atMost);
        return Mono.defer(() -> {
            pipeline.close();
            return pipeline.awaitDrained(atMost)
                    .then(Mono.defer(() -> {
                        pipeline.cutOff();
                        return connections.close();
                    }))
                    .doOnCancel(this::dispose)
                    .doFinally(signal -> gauges.remove());
        });
    }

    /** Closes at once: calls in flight are cut off and not sent again, with outcome {@code UNKNOWN} for a change that was
     * sent. A call that waits between two attempts ends when its wait is over. */
    @Override
    public void dispose() {
        pipeline.cutOff();
        gauges.remove();
        connections.dispose();
    }

    /**
     * Whether no call begins any more, by whichever way the client closes.
     *
     * @return true although calls may be under way
     */
    @Override
    public boolean isDisposed() {
        return pipeline.isClosed();
    }
}
