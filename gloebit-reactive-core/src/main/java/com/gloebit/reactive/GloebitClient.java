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
import com.gloebit.reactive.internal.http.Network;
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
import reactor.core.scheduler.Scheduler;

/**
 * The client of one application. Create one instance and share it: it contains the connections, the circuit breakers
 * and the retry budget. It is thread-safe, and no method blocks.
 *
 * <p>There are three ways to close it. After each of them, no new call starts.
 *
 * <table>
 * <caption>Ways to close a client</caption>
 * <tr><th>Method</th><th>Calls in progress</th><th>Returns</th></tr>
 * <tr><td>{@link #close}</td><td>end within their own deadlines</td><td>at once; the client closes after the last
 *     call</td></tr>
 * <tr><td>{@link #closeGracefully}</td><td>end, or are cut off after a given time</td><td>a {@code Mono} that completes
 *     when the connections are closed</td></tr>
 * <tr><td>{@link #dispose}</td><td>are cut off</td><td>at once</td></tr>
 * </table>
 */
public final class GloebitClient implements AutoCloseable, Disposable {
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

    /** Closing the client waits for an exchange, and an exchange for its credential to be saved. */
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(10);

    private final Application application;
    private final AuthorizationFlow authorizationFlow;
    private final Pipeline pipeline;
    private final CallLimits limits;
    private final PurchaseService purchaseService;
    private final @Nullable HoldService holdService;
    private final CredentialStore credentialStore;
    private final Network network;
    private final ClientGauges gauges;
    private final Scheduler timer;

    GloebitClient(
            Application application,
            AuthorizationFlow authorizationFlow,
            Pipeline pipeline,
            CallLimits limits,
            PurchaseService purchaseService,
            @Nullable HoldService holdService,
            CredentialStore credentialStore,
            Network network,
            ClientGauges gauges,
            Scheduler timer) {
        this.application = application;
        this.authorizationFlow = authorizationFlow;
        this.pipeline = pipeline;
        this.limits = limits;
        this.purchaseService = purchaseService;
        this.holdService = holdService;
        this.credentialStore = credentialStore;
        this.network = network;
        this.gauges = gauges;
        this.timer = timer;
    }

    /**
     * Creates a builder.
     *
     * @param secrets the application's key and secret; a public client has no secret
     * @return a builder, whose environment must be set
     */
    public static GloebitClientBuilder builder(ClientSecrets secrets) {
        return new GloebitClientBuilder(Arguments.required("secrets", secrets));
    }

    /**
     * Returns the URI at which the user authorizes the application, for the browser. The {@code state} in it is signed,
     * bound to the session and valid for 15 minutes. Source: {@code GET /oauth2/authorize}.
     *
     * @param request the parameters of the authorization
     * @return an absolute URI
     * @throws IllegalArgumentException if neither the client nor the request has a redirect URI, or if a client without
     *     a secret has a redirect URI that is neither https nor loopback
     */
    public URI authorizationUri(AuthorizationRequest request) {
        return authorizationFlow.authorizationUri(Arguments.required("request", request));
    }

    /**
     * Processes the browser's request to the redirect URI, and exchanges the code for a credential. If the
     * authorization request named a user, the credential is saved in the client's {@link CredentialStore} under that
     * name. If saving fails or takes more than 10 seconds, this call fails, and the user has to authorize again. Source:
     * {@code POST /oauth2/access-token}.
     *
     * <table>
     * <caption>Failures</caption>
     * <tr><th>Situation</th><th>Result</th></tr>
     * <tr><td>the state is missing, forged or expired, or belongs to another
     *     session</td><td>{@code CrossSiteStateException}; the code is not used</td></tr>
     * <tr><td>the callback or the exchange reports an error, or the answer to the exchange is
     *     lost</td><td>{@code AuthorizationFailedException}</td></tr>
     * <tr><td>the store fails to save the credential</td><td>the store's exception</td></tr>
     * <tr><td>the store takes more than 10 seconds; it may still save the
     *     credential</td><td>{@code TimeoutException}</td></tr>
     * </table>
     *
     * <p>The exchange is retried if no connection was made, and after HTTP 429 and 5xx. It is not retried after a lost
     * or unreadable answer, because a second use of the code may revoke the token that it gave.
     *
     * <p>A client without a secret receives the token itself (OAuth's implicit grant), and nothing is sent.
     *
     * @param callback the raw query of the request to the redirect URI, null if it has none; for a client without a
     *     secret, the raw fragment, which only the browser sees, or the query if there is no fragment
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
                : credential.flatMap(fresh -> credentialStore
                        .save(user, fresh)
                        .timeout(STORE_TIMEOUT, timer)
                        .thenReturn(fresh));
    }

    /**
     * Returns a view of the user of a credential that the application stores itself.
     *
     * @param credential the credential from {@link #exchange}
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
     * Returns a view of a user, with the credential from the {@link CredentialStore}. Fails with
     * {@code UserNotAuthorizedException} if the store has none: authorize the user.
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
     * Returns a view of a user, with the credential from the {@link CredentialStore}, if the store has one.
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
     * Removes a user's invalid credential from the store, unless it was replaced in the meantime.
     *
     * @param user the application's key for the user
     * @param invalid the credential that Gloebit refused
     * @return true if the credential was removed
     */
    public Mono<Boolean> invalidate(String user, Credential invalid) {
        return credentialStore.invalidate(Arguments.text("user", user, 255), Arguments.required("invalid", invalid));
    }

    /**
     * Removes a user's credential from the store unconditionally, as when the user logs out. Gloebit is not informed,
     * so the access token remains valid wherever else it is stored. Recovery does not send the user's unanswered
     * purchases until the user authorizes again. An {@link #exchange} in progress may save a new credential afterwards.
     *
     * @param user the application's key for the user
     * @return completes when no credential is stored
     */
    public Mono<Void> forget(String user) {
        return credentialStore.remove(Arguments.text("user", user, 255));
    }

    /**
     * The hold callbacks and the settlement of transactions.
     *
     * @return a view; nothing happens until one of its methods is used
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
     * The subscriptions that the application offers.
     *
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    public Subscriptions subscriptions() {
        return new SubscriptionCalls(EndpointInvoker.of(pipeline, limits), application.secrets());
    }

    /**
     * Loads the parts that would slow down the first call: event loops, the name resolver, TLS with its trusted
     * authorities, and the classes that a purchase uses. Call it when the application starts. Nothing is sent and no
     * connection is opened; credentials, meters, breakers and limits are not changed.
     *
     * @return completes when loading ends, or after 30 seconds, and never fails: the first call reports any part that
     *     could not be loaded. Repeated calls are permitted and faster
     */
    public Mono<Void> warmUp() {
        return network.warmUp(Rehearsal.play(), LONGEST_WARM_UP);
    }

    /**
     * Closes the client without cutting off calls, and returns at once. No new call starts. Calls in progress end
     * within their own deadlines, and after the last of them the client closes. A purchase counts as one call,
     * including the look-up of the payer's name and the steps of the journal. An exchange counts as one call, including
     * the saving of its credential. Containers call this method; {@link #closeGracefully} lets the application wait,
     * and {@link #dispose} cuts calls off.
     */
    @Override
    public void close() {
        pipeline.close(this::dispose);
    }

    /**
     * Waits for calls in progress, defined as for {@link #close}, and then closes the client. No new call starts after
     * the subscription. Cancellation closes the client at once, like {@link #dispose}.
     *
     * @param atMost the longest wait, a millisecond to a day; calls that are still in progress afterwards are cut off,
     *     with outcome {@code UNKNOWN} for a change that was sent
     * @return completes when the connections are closed
     */
    public Mono<Void> closeGracefully(Duration atMost) {
        Arguments.positive("atMost", atMost);
        return Mono.defer(() -> {
            pipeline.close();
            return pipeline.awaitDrained(atMost)
                    .then(Mono.defer(() -> {
                        pipeline.cutOff();
                        return network.close();
                    }))
                    .doOnCancel(this::dispose)
                    .doFinally(signal -> gauges.remove());
        });
    }

    /**
     * Closes the client at once. Calls in progress are cut off and not retried, with outcome {@code UNKNOWN} for a
     * change that was sent. A call that pauses between two attempts ends when its pause is over.
     */
    @Override
    public void dispose() {
        pipeline.cutOff();
        gauges.remove();
        network.dispose();
    }

    /**
     * Returns whether the client is closed or closing, so that no new call starts.
     *
     * @return true even if calls are still in progress
     */
    @Override
    public boolean isDisposed() {
        return pipeline.isClosed();
    }
}
