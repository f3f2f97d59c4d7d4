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
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.internal.subject.SubscriptionAuthorizationRequest;
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
    private final EndpointInvoker invoker;
    private final Credential credential;
    private final Application application;
    private final PurchaseService purchaseService;

    UserCalls(
            EndpointInvoker invoker, Credential credential, Application application, PurchaseService purchaseService) {
        this.invoker = invoker;
        this.credential = credential;
        this.application = application;
        this.purchaseService = purchaseService;
    }

    @Override
    public CallLimits limits() {
        return invoker.limits();
    }

    @Override
    public AuthorizedUser withLimits(CallLimits limits) {
        return new UserCalls(
                invoker.withLimits(Arguments.required("limits", limits)), credential, application, purchaseService);
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public Mono<Void> verify() {
        return invoker.call(Endpoints.VERIFY_TOKEN).then();
    }

    @Override
    public Mono<UserInfo> info() {
        return invoker.call(Endpoints.USER_INFO);
    }

    @Override
    public Mono<BigDecimal> balance() {
        return invoker.call(Endpoints.BALANCE);
    }

    @Override
    public Mono<Receipt> purchase(Purchase purchase) {
        return purchaseService.submit(Arguments.required("purchase", purchase), invoker);
    }

    @Override
    public Mono<Receipt> resend(PendingPurchase pending) {
        return purchaseService.resend(Arguments.required("pending", pending), invoker);
    }

    /** Sends a purchase again, for recovery. */
    Mono<Receipt> recover(PendingPurchase pending) {
        return purchaseService.recover(pending, invoker);
    }

    @Override
    public Mono<SubscriptionAuthorization> authorizeSubscription(
            String subscriptionId, String username, String userId) {
        return invoker.call(
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
        return new ProductCalls(invoker, null);
    }

    @Override
    public Items items() {
        return new ItemCalls(invoker);
    }

    @Override
    public Characters characters() {
        return new CharacterCalls(invoker);
    }

    @Override
    public OwnedCharacter character(UUID id) {
        return new OwnedCharacterCalls(invoker, Arguments.required("id", id));
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "AuthorizedUser[" + credential + "]";
    }
}
