package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.Waiting.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One user's visit that needs every row of the API, from the login to the last purchase. */
final class EveryEndpointTour {
    private final SimulatedShop shop;
    private final AuthorizedUser ada;

    private EveryEndpointTour(SimulatedShop shop) {
        this.shop = shop;
        this.ada = shop.gloebit.withCredential(authorized(shop));
    }

    static void through(SimulatedShop shop) {
        EveryEndpointTour tour = new EveryEndpointTour(shop);
        tour.account();
        tour.products(tour.ada.products());
        tour.characters();
        tour.items();
        tour.purchases();
        tour.payment();
        tour.subscription();
    }

    private static Credential authorized(SimulatedShop shop) {
        GloebitClient gloebit = shop.gloebit;
        String callback = shop.approve(gloebit.authorizationUri(AuthorizationRequest.forSession("session")))
                .getRawQuery();
        return Canaries.made(block(gloebit.exchange(callback, "session")));
    }

    private void account() {
        ada.verify().block(Waiting.PATIENCE);
        assertThat(block(ada.info()).name()).isEqualTo("ada");
        assertThat(block(ada.balance())).isEqualByComparingTo("100");
    }

    private void products(Products products) {
        assertThat(block(products.grant("Torch", 2))).isEqualTo(2);
        assertThat(block(products.setCount("Torch", 5))).isEqualTo(5);
        assertThat(block(products.consume("Torch", 1))).isEqualTo(4);
        assertThat(block(products.list().collectList())).containsExactly(new ProductCount("Torch", 4));
    }

    private void characters() {
        StoredCharacter created = block(ada.characters().create("Lovelace", Map.of("level", "12")));
        StoredCharacter changed = block(ada.characters().update(created.withName("Countess")));
        assertThat(block(ada.characters().list().collectList())).containsExactly(changed);
        products(ada.character(changed.id()).products());
        ada.characters().delete(changed.id()).block(Waiting.PATIENCE);
        assertThat(block(ada.characters().list().collectList())).isEmpty();
    }

    private void items() {
        UUID hat = block(ada.items().create(NewItem.of("hat").inFolder("attic")));
        ada.items().update(hat, Map.of("colour", "red")).block(Waiting.PATIENCE);
        assertThat(block(ada.items().read(hat))).containsEntry("colour", "red");
        ItemReference listed = new ItemReference("hat", hat.toString(), "attic");
        assertThat(block(ada.items().list("attic").collectList())).containsExactly(listed);
        assertThat(block(ada.items().list().collectList())).contains(listed);
        ada.items().delete(hat).block(Waiting.PATIENCE);
        assertThat(block(ada.items().list("attic").collectList())).isEmpty();
    }

    private void purchases() {
        twice(ada.purchase(
                ItemPurchase.of(TransactionId.of("item"), "castle", 3).withQuantity(2)));
        twice(shop.another(client -> client.transactVersion(TransactVersion.V2))
                .withCredential(ada.credential())
                .purchase(ProductPurchase.of(TransactionId.of("product"), "Torch")));
        assertThat(shop.simulator.products("shop", "ada")).containsEntry("Torch", 5);
    }

    private void payment() {
        Payee bob = Payee.byGloebitId(
                "bob", "player-2", shop.simulator.accountId("bob").toString());
        twice(ada.purchase(UserPayment.of(TransactionId.of("payment"), "painting", BigDecimal.TEN, bob)));
        assertThat(shop.simulator.balance("bob")).isEqualByComparingTo("9.8");
    }

    private void subscription() {
        Subscription gold =
                block(shop.gloebit.subscriptions().create(NewSubscription.of("gold", "Gold", "Every month")));
        SubscriptionAuthorization asked = block(ada.authorizeSubscription(gold.id(), "ada", "player-1"));
        String page = shop.browser()
                .decide(shop.environment().subscriptionUri(Objects.requireNonNull(asked.id())), "approve");
        assertThat(page).contains("approved");
        twice(shop.another(client -> client.transactVersion(TransactVersion.V2))
                .withCredential(ada.credential())
                .purchase(ItemPurchase.of(TransactionId.of("debit"), "gold", 5)
                        .withDetails(PurchaseDetails.NONE.withUsername("ada").withDebitOf(gold.id()))));
    }

    /** As after a lost answer. */
    private static void twice(Mono<Receipt> purchase) {
        block(purchase.then(purchase));
    }
}
