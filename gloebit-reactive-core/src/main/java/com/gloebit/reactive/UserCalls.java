package com.gloebit.reactive;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.OwnedCharacter;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.calls.CharacterCalls;
import com.gloebit.reactive.internal.calls.ItemCalls;
import com.gloebit.reactive.internal.calls.OwnedCharacterCalls;
import com.gloebit.reactive.internal.calls.ProductCalls;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.endpoint.SubscriptionAuthorizationRequest;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.Receipt;
import java.math.BigDecimal;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The calls of one user, with the user's credential. */
final class UserCalls implements AuthorizedUser {
    private final EndpointInvoker caller;
    private final Credential credential;
    private final Application application;
    private final PurchaseService purchases;

    UserCalls(EndpointInvoker caller, Credential credential, Application application, PurchaseService purchases) {
        this.caller = caller;
        this.credential = credential;
        this.application = application;
        this.purchases = purchases;
    }

    @Override
    public CallLimits limits() {
        return caller.limits();
    }

    @Override
    public AuthorizedUser withLimits(CallLimits limits) {
        return new UserCalls(
                caller.withLimits(Arguments.required("limits", limits)), credential, application, purchases);
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public Mono<Void> verify() {
        return caller.call(Endpoints.VERIFY_TOKEN).then();
    }

    @Override
    public Mono<UserInfo> info() {
        return caller.call(Endpoints.USER_INFO);
    }

    @Override
    public Mono<BigDecimal> balance() {
        return caller.call(Endpoints.BALANCE);
    }

    @Override
    public Mono<Receipt> purchase(Purchase purchase) {
        return purchases.submit(Arguments.required("purchase", purchase), caller);
    }

    @Override
    public Mono<Receipt> resend(PendingPurchase pending) {
        return purchases.resend(Arguments.required("pending", pending), caller);
    }

    /** Sends a purchase again, for recovery. */
    Mono<Receipt> recover(PendingPurchase pending) {
        return purchases.recover(pending, caller);
    }

    @Override
    public Mono<SubscriptionAuthorization> authorizeSubscription(
            String subscriptionId, String username, String userId) {
        return caller.call(
                Endpoints.AUTHORIZE_SUBSCRIPTION,
                new SubscriptionAuthorizationRequest(
                        application.key(),
                        application.now(),
                        Arguments.text("subscriptionId", subscriptionId, 255),
                        Arguments.text("username", username, 255),
                        Arguments.text("userId", userId, 255),
                        credential.appUserId()));
    }

    @Override
    public Products products() {
        return new ProductCalls(caller, null);
    }

    @Override
    public Items items() {
        return new ItemCalls(caller);
    }

    @Override
    public Characters characters() {
        return new CharacterCalls(caller);
    }

    @Override
    public OwnedCharacter character(UUID id) {
        return new OwnedCharacterCalls(caller, Arguments.required("id", id));
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "AuthorizedUser[" + credential + "]";
    }
}
