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
 * What the application may do for one user. Cheap to make; holds no connection. Nothing is sent before subscription.
 *
 * <p>Every call can fail with {@code AccessTokenInvalidException}, {@code ScopeMissingException},
 * {@code ServiceUnreachableException}, {@code UnexpectedStatusException}, {@code UnreadableAnswerException},
 * {@code CallBlockedException} and {@code RequestRefusedException}; a method names what else it can fail with. For calls
 * that only read, the outcome is always {@code NOT_DONE}, and they are sent again after any failure that may pass.
 */
public interface AuthorizedUser {
    /**
     * How long this view's calls may take, and how often they are tried.
     *
     * @return the client's limits, or what {@link #withLimits} was given
     */
    CallLimits limits();

    /**
     * The same user, with other limits: {@code ada.within(ada.limits().withAttempts(1))}.
     *
     * @param limits how long a call may take, and how often it is tried
     * @return another view
     */
    AuthorizedUser withLimits(CallLimits limits);

    /**
     * What the user's calls are made with.
     *
     * @return a secret
     */
    Credential credential();

    /**
     * Asks whether Gloebit still accepts the access token. Source: {@code GET /no-op}.
     *
     * @return completes if it does; fails with {@code AccessTokenInvalidException} if not
     */
    Mono<Void> verify();

    /**
     * Who the user is. Needs the scope {@code user}. Source: {@code GET /user}.
     *
     * @return id and name
     */
    Mono<UserInfo> info();

    /**
     * How many gloebits the user has, exactly. Needs the scope {@code balance}. Source: {@code GET /balance}.
     *
     * @return gloebits
     */
    Mono<BigDecimal> balance();

    /**
     * Buys. Needs the scope {@code transact}, and {@code user} if the purchase names no username: it is looked up first
     * then. The body is encoded once; every attempt and every resubscription sends the same bytes under the same
     * transaction id, so that Gloebit charges once. Sent again after a lost answer, a server error, an unreadable
     * answer and {@code queuing-failed} or {@code failed}. Source: {@code POST /transact}, or what
     * {@link GloebitClientBuilder#transactVersion} says; {@code POST /transact-u2u} (OpenSim) for payments to users.
     *
     * <p>A client with {@link GloebitClientBuilder#holds} records it in the journal before it sends the first byte, and then
     * fails with {@code CallBlockedException} if it cannot, or if the id is another purchase's, and with
     * {@code TransactionCancelledException} if the transaction was cancelled or given up. One that was enacted already
     * is not sent: the receipt says {@code HELD} and no balance.
     *
     * <p>Success is not settlement: see {@link Receipt}. Fails with {@code TransactionRejectedException} if it will not
     * happen, with {@code UsernameRequiredException}, and with {@code TransactionInDoubtException} whenever it is not
     * known whether it happened. After the latter, never buy under a new id; {@link #resend} instead. A
     * {@code CallBlockedException} may have outcome {@code UNKNOWN}, too: see {@code BlockedBy}.
     *
     * <p>Without holds the client remembers the ids that it left in doubt (the last 100,000) and those that were accepted
     * (the last 10,000): another purchase under such an id begins in doubt. What another process sent, or this one before a
     * restart, is out of its sight, and so is another client of this process: use {@link #resend} for that. With holds, the
     * journal is that memory: what it has forgotten, the client has not sent.
     *
     * <p>Bound its time by {@link #withLimits}, not by {@code Mono.timeout}: a timeout outside is a cancellation, and nobody
     * is told what may have happened. A look-up of the name has a deadline of its own.
     *
     * @param purchase what, and under which id
     * @return that Gloebit accepted it
     * @throws IllegalArgumentException if the purchase has details that only {@code /v2/transact} knows, and the client
     *     sends to {@code /transact}
     */
    Mono<Receipt> purchase(Purchase purchase);

    /**
     * Sends a purchase again that may have happened, byte for byte, to the endpoint that it was made for. Gloebit knows it
     * by its id and charges once. <em>To ask so is to buy:</em> if it did not happen before, it happens now, provided that
     * the funds are there.
     *
     * <p>Every failure is a {@code TransactionInDoubtException} until one of these ends the doubt: an acceptance; with
     * holds, a callback or our own veto ({@code TransactionCancelledException}, or {@code TransactionRejectedException} for
     * too few gloebits); without holds, a refusal for too few gloebits that answers a request which was sent more than
     * {@link GloebitClientBuilder#lateRequestLimit} after the last unanswered request of this id was given up. The last one
     * assumes that no request is carried out later than that. A resend that is not answered starts the limit anew, and a
     * refusal that came earlier never comes to count by waiting. The process may not survive a resend: so store
     * {@code pending.withUnansweredAt(null)} before it.
     *
     * @param pending what was sent before
     * @throws IllegalArgumentException if its body is not that of its transaction id, or it is of another Gloebit account
     *     ({@code app_user_id}) than the credential, or it was encoded without hold callbacks and this client has holds
     * @return that Gloebit accepted it, then or now
     */
    Mono<Receipt> resend(PendingPurchase pending);

    /**
     * Asks for the user's consent to a subscription. Repeating it changes nothing, so it is sent again after any failure
     * that may pass. The user decides at {@link GloebitEnvironment#subscriptionUri}. That the user declined before is no
     * failure: see {@link SubscriptionAuthorization}. Needs the scope {@code transact}. Source:
     * {@code POST /create-subscription-authorization} (OpenSim).
     *
     * @param subscriptionId Gloebit's id of the subscription, 1 to 255 characters
     * @param username the application's name for the user, 1 to 255 characters
     * @param userId the application's id for the user, 1 to 255 characters
     * @return where the authorization stands
     */
    Mono<SubscriptionAuthorization> authorizeSubscription(String subscriptionId, String username, String userId);

    /**
     * The products in the user's own inventory.
     *
     * @return a view; nothing is sent until it is asked
     */
    Products products();

    /**
     * The items in the user's inventory.
     *
     * @return a view; nothing is sent until it is asked
     */
    Items items();

    /**
     * The user's characters.
     *
     * @return a view; nothing is sent until it is asked
     */
    Characters characters();

    /**
     * One of the user's characters.
     *
     * @param id the character's id
     * @return a view; nothing is sent until it is asked
     */
    OwnedCharacter character(UUID id);
}
