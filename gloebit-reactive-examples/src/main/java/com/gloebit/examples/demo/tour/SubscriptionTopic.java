package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.browser.ScriptedBrowser;
import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A subscription is offered, the user consents in the browser, and from then on it is charged without the user. */
final class SubscriptionTopic {
    private final GloebitClient gloebit;
    private final AuthorizedUser ada;
    private final GloebitEnvironment environment;
    private final Terminal terminal;
    private final ScriptedBrowser browser = new ScriptedBrowser();

    SubscriptionTopic(GloebitClient gloebit, AuthorizedUser ada, GloebitEnvironment environment, Terminal terminal) {
        this.gloebit = gloebit;
        this.ada = ada;
        this.environment = environment;
        this.terminal = terminal;
    }

    Flux<String> lines() {
        return gloebit.subscriptions()
                .create(NewSubscription.of("gold", "Gold", "A lantern every month"))
                .flatMapMany(this::with)
                .startWith(terminal.stage("A subscription, and debits of it"));
    }

    private Flux<String> with(Subscription gold) {
        return Flux.concat(
                Mono.just(terminal.fact("create", "gold, enabled " + gold.enabled())),
                authorization(gold)
                        .flatMapMany(asked -> Flux.concat(
                                Mono.just(terminal.fact("ask Ada", text(asked))),
                                debit("order-9", gold),
                                approve(asked))),
                authorization(gold).map(answered -> terminal.fact("ask again", text(answered))),
                debit("order-10", gold));
    }

    private Mono<SubscriptionAuthorization> authorization(Subscription gold) {
        return ada.authorizeSubscription(gold.id(), Shop.USER, "a-1");
    }

    private Mono<String> approve(SubscriptionAuthorization asked) {
        if (asked.id() == null) {
            return Mono.error(new IllegalStateException(asked + " has no id, so that there is no page to approve on"));
        }
        URI page = environment.subscriptionUri(asked.id());
        return browser.open(page)
                .flatMap(login -> browser.logInAndApprove(login, Shop.USER, Shop.PASSWORD))
                .map(decided -> terminal.fact("browser", "GET " + page + ": log in, approve"));
    }

    private Mono<String> debit(String order, Subscription gold) {
        return ada.purchase(ItemPurchase.of(TransactionId.of(order), "gold, May", 50)
                        .withDetails(
                                PurchaseDetails.NONE.withUsername(Shop.USER).withDebitOf(gold.id())))
                .map(Receipts::text)
                .onErrorResume(
                        TransactionRejectedException.class,
                        rejected -> Mono.just(order + " is rejected: " + rejected.failure()))
                .map(text -> terminal.fact("debit", text));
    }

    private static String text(SubscriptionAuthorization authorization) {
        String standing = "pending " + authorization.pending() + ", enabled " + authorization.enabled();
        return authorization.status() == null ? standing : standing + ", " + authorization.status();
    }
}
