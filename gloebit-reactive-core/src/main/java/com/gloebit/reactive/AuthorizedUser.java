package com.gloebit.reactive;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.OwnedCharacter;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.Receipt;
import java.math.BigDecimal;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The calls that the application makes for one user. A view is cheap to create and holds no connection. Nothing is sent
 * before subscription.
 *
 * <p>Every call can fail with {@code AccessTokenInvalidException}, {@code ScopeMissingException},
 * {@code ServiceUnreachableException}, {@code UnexpectedStatusException}, {@code UnreadableAnswerException},
 * {@code CallBlockedException} and {@code RequestRefusedException}. Each method documents its further exceptions. For
 * calls that only read, the outcome is always {@code NOT_DONE}, and any temporary failure is retried.
 */
public interface AuthorizedUser {
    /**
     * The time limits of this view's calls, and the number of attempts.
     *
     * @return the limits given to {@link #withLimits}, or else those of the client
     */
    CallLimits limits();

    /**
     * Returns a view of the same user with other limits: {@code ada.withLimits(ada.limits().withAttempts(1))}.
     *
     * @param limits the time limits of a call, and the number of attempts
     * @return another view
     */
    AuthorizedUser withLimits(CallLimits limits);

    /**
     * The credential of this view's calls.
     *
     * @return a secret
     */
    Credential credential();

    /**
     * Verifies that Gloebit still accepts the access token. Source: {@code GET /no-op}.
     *
     * @return completes if Gloebit accepts the token; fails with {@code AccessTokenInvalidException} if not
     */
    Mono<Void> verify();

    /**
     * Reads the user's identity. Needs the scope {@code user}. Source: {@code GET /user}.
     *
     * @return id and name
     */
    Mono<UserInfo> info();

    /**
     * Reads the user's balance, exactly. Needs the scope {@code balance}. Source: {@code GET /balance}.
     *
     * @return gloebits
     */
    Mono<BigDecimal> balance();

    /**
     * Makes a purchase. Needs the scope {@code transact}. If the purchase contains no username, the client first looks
     * it up, which needs the scope {@code user}.
     *
     * <table>
     * <caption>Results besides the exceptions of every call</caption>
     * <tr><th>Result</th><th>Meaning</th></tr>
     * <tr><td>receipt</td><td>Gloebit accepted the purchase. That is not settlement: see {@link Receipt}</td></tr>
     * <tr><td>{@code TransactionRejectedException}</td><td>Gloebit rejected the purchase; see the exception for the
     *     remaining risk after {@code INSUFFICIENT_FUNDS} without holds</td></tr>
     * <tr><td>{@code UsernameRequiredException}</td><td>No username is given, and the credential is known to lack the
     *     scope {@code user}, or Gloebit's name for the user has more than 255 characters or half a surrogate pair; no
     *     purchase was sent. If the look-up itself fails, the purchase fails with that failure</td></tr>
     * <tr><td>{@code TransactionInDoubtException}</td><td>It is unknown whether the purchase happened. Never buy under
     *     a new id; {@link #resend} it</td></tr>
     * <tr><td>{@code TransactionCancelledException}, with holds only</td><td>The journal has the purchase as cancelled
     *     or abandoned; nothing was sent</td></tr>
     * <tr><td>{@code CallBlockedException}</td><td>The client did not send the purchase or its next attempt. The
     *     outcome may be {@code UNKNOWN}: see {@code BlockedBy}</td></tr>
     * </table>
     *
     * <p><b>Retries.</b> The body is encoded once. Every attempt and every resubscription sends the same bytes under
     * the same transaction id, so that Gloebit charges once. The client retries after a failure before
     * sending, HTTP 429, a lost answer, a server error, an unreadable answer, and the statuses {@code queuing-failed} and
     * {@code failed}.
     *
     * <p><b>With {@link GloebitClientBuilder#holds}</b>, the client records the purchase in the journal before it sends
     * the first byte. It fails with {@code CallBlockedException} if the journal fails, or if the id belongs to another
     * purchase. A transaction that was already enacted is not sent again: the receipt then has the state {@code HELD}
     * and no balance. The journal is the client's memory of ids: a purchase that it no longer contains counts as never
     * sent.
     *
     * <p><b>Without holds</b>, the client remembers the last 100,000 ids that it left in doubt and the last 10,000 ids
     * that were accepted. Another purchase under such an id starts in doubt. The client does not know the purchases of
     * other processes, of other clients in this process, or from before a restart: use {@link #resend} for those.
     *
     * <p><b>Time limit.</b> Use {@link #withLimits} instead of {@code Mono.timeout}. An outer timeout cancels the
     * purchase, which may still happen, and the application gets no outcome. The look-up of the name has a deadline of its own.
     *
     * <p>Source: {@code POST /transact}, or the endpoint that {@link GloebitClientBuilder#transactVersion} selects;
     * {@code POST /transact-u2u} (OpenSim) for payments to users.
     *
     * @param purchase the purchase, with its id
     * @return Gloebit's acceptance
     * @throws IllegalArgumentException if the purchase has details that only {@code /v2/transact} supports, and the
     *     client sends to {@code /transact}
     */
    Mono<Receipt> purchase(Purchase purchase);

    /**
     * Sends a purchase in doubt again, byte for byte, to the endpoint that it was encoded for. Gloebit recognizes the
     * id and charges once. <em>A resend can make the purchase:</em> if it did not happen before, it happens now,
     * provided that the funds suffice.
     *
     * <p>Until the doubt ends, every failure is a {@code TransactionInDoubtException}. The doubt ends as follows:
     *
     * <table>
     * <caption>Ends of the doubt</caption>
     * <tr><th>Holds</th><th>Event</th><th>Result</th></tr>
     * <tr><td>any</td><td>Gloebit accepts the purchase</td><td>receipt</td></tr>
     * <tr><td>yes</td><td>An enact was approved, or a consume arrived</td><td>receipt</td></tr>
     * <tr><td>yes</td><td>A cancel arrived and no consume after it, the handler rejected an enact, or the application abandoned the
     *     transaction</td><td>{@code TransactionCancelledException}</td></tr>
     * <tr><td>yes</td><td>Gloebit rejects it for too few gloebits, and the journal confirms that the client will
     *     answer a later enact with no</td><td>{@code TransactionRejectedException}</td></tr>
     * <tr><td>no</td><td>Gloebit rejects, for too few gloebits, a request that was sent more than
     *     {@link GloebitClientBuilder#lateRequestLimit} after the last unanswered request of this id was given
     *     up</td><td>{@code TransactionRejectedException}</td></tr>
     * </table>
     *
     * <p>The last row assumes that no request is carried out later than the limit. An unanswered resend restarts the
     * limit. An earlier rejection does not count later: only a new resend can end the doubt. The process may end during a
     * resend, so store {@code pending.withUnansweredAt(null)} before it.
     *
     * @param pending the purchase in doubt
     * @throws IllegalArgumentException if the body does not belong to the transaction id, if the purchase belongs to
     *     another Gloebit account ({@code app_user_id}) than the credential, or if it was encoded without hold
     *     callbacks and this client has holds
     * @return Gloebit's acceptance, of the earlier request or of this one
     */
    Mono<Receipt> resend(PendingPurchase pending);

    /**
     * Requests the user's consent to a subscription. A repetition changes nothing, so any temporary failure is retried.
     * The user decides at {@link GloebitEnvironment#subscriptionUri}. An earlier refusal by the user is not a failure:
     * see {@link SubscriptionAuthorization}. Needs the scope {@code transact}. Source:
     * {@code POST /create-subscription-authorization} (OpenSim).
     *
     * @param subscriptionId Gloebit's id of the subscription, 1 to 255 characters
     * @param username the application's name for the user, 1 to 255 characters
     * @param userId the application's id for the user, 1 to 255 characters
     * @return the status of the authorization
     */
    Mono<SubscriptionAuthorization> authorizeSubscription(String subscriptionId, String username, String userId);

    /**
     * The products in the user's own inventory.
     *
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    Products products();

    /**
     * The items in the user's inventory.
     *
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    Items items();

    /**
     * The user's characters.
     *
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    Characters characters();

    /**
     * One of the user's characters.
     *
     * @param id the character's id
     * @return a view; nothing is sent until one of its publishers is subscribed to
     */
    OwnedCharacter character(UUID id);
}
