package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.Waiting.block;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * A row of the API in use by Ada.
 *
 * @param name of the row
 * @param with prepares a shop, and calls by a client that has no connection yet
 */
record EndpointInUse(String name, BiFunction<SimulatedShop, GloebitClient, Use> with) {
    private static final TransactionId ORDER = TransactionId.of("order-1");

    /**
     * One call.
     *
     * @param call made when it is subscribed to
     * @param trace what shows in the service, to be asked once and last
     */
    record Use(Mono<?> call, Supplier<?> trace) {}

    @Override
    public String toString() {
        return name;
    }

    static Stream<EndpointInUse> all() {
        return Stream.of(reads(), products(), items(), characters(), purchases(), others())
                .flatMap(rows -> rows);
    }

    private static Stream<EndpointInUse> reads() {
        return Stream.of(
                row("verify-token", AuthorizedUser::verify),
                row("user-info", AuthorizedUser::info),
                row("balance", AuthorizedUser::balance),
                row("user-products", ada -> ada.products().list().collectList()),
                row("item-ids", ada -> ada.items().list().collectList()),
                row("folder-item-ids", ada -> ada.items().list("attic").collectList()),
                row("characters", ada -> ada.characters().list().collectList()),
                withItem("item", (ada, item) -> ada.items().read(item)),
                withCharacter(
                        "character-products",
                        (ada, character) ->
                                ada.character(character.id()).products().list().collectList()));
    }

    private static Stream<EndpointInUse> products() {
        return Stream.of(
                row("grant-user-product", ada -> ada.products().grant("Torch", 2)),
                row("consume-user-product", ada -> ada.products().consume("Torch", 1)),
                row("set-user-product-count", ada -> ada.products().setCount("Torch", 3)),
                withCharacter(
                        "grant-character-product",
                        (ada, character) ->
                                ada.character(character.id()).products().grant("Torch", 2)),
                withCharacter(
                        "consume-character-product",
                        (ada, character) ->
                                ada.character(character.id()).products().consume("Torch", 1)),
                withCharacter(
                        "set-character-product-count",
                        (ada, character) ->
                                ada.character(character.id()).products().setCount("Torch", 3)));
    }

    private static Stream<EndpointInUse> items() {
        return Stream.of(
                row("new-item", ada -> ada.items().create(NewItem.of("hat").inFolder("attic"))),
                withItem("update-item", (ada, item) -> ada.items().update(item, Map.of("colour", "red"))),
                withItem("delete-item", (ada, item) -> ada.items().delete(item)));
    }

    private static Stream<EndpointInUse> characters() {
        return Stream.of(
                row("create-character", ada -> ada.characters().create("Countess", Map.of("level", "1"))),
                withCharacter(
                        "update-character",
                        (ada, character) -> ada.characters().update(character.withName("Countess"))),
                withCharacter(
                        "delete-character", (ada, character) -> ada.characters().delete(character.id())));
    }

    private static Stream<EndpointInUse> purchases() {
        return Stream.of(
                row(
                        "transact",
                        ada -> ada.purchase(ItemPurchase.of(ORDER, "castle", 3)
                                .withQuantity(2)
                                .withUsername("ada"))),
                new EndpointInUse(
                        "transact-v2",
                        (shop, client) -> use(
                                shop,
                                user(shop, shop.another(builder -> builder.transactVersion(TransactVersion.V2)))
                                        .purchase(ProductPurchase.of(ORDER, "Torch")
                                                .withUsername("ada")))),
                new EndpointInUse("transact-user", (shop, client) -> {
                    Payee bob = Payee.byGloebitId(
                            "bob", "player-2", shop.simulator.accountId("bob").toString());
                    return use(
                            shop,
                            user(shop, client)
                                    .purchase(UserPayment.of(ORDER, "relic", BigDecimal.TEN, bob)
                                            .withUsername("ada")));
                }));
    }

    private static Stream<EndpointInUse> others() {
        return Stream.of(
                new EndpointInUse("access-token", (shop, client) -> {
                    String callback = shop.approve(client.authorizationUri(AuthorizationRequest.forSession("session")))
                            .getRawQuery();
                    Mono<?> exchange = client.exchange(callback, "session");
                    return new Use(exchange, () -> answered(client.exchange(callback, "session")));
                }),
                new EndpointInUse(
                        "create-subscription",
                        (shop, client) -> new Use(
                                client.subscriptions().create(subscription("Gold")),
                                () -> answered(client.subscriptions().create(subscription("Silver"))))),
                new EndpointInUse("authorize-subscription", (shop, client) -> {
                    String gold = block(shop.gloebit.subscriptions().create(subscription("Gold")))
                            .id();
                    AuthorizedUser ada = user(shop, client);
                    return new Use(
                            ada.authorizeSubscription(gold, "ada", "player-1"),
                            () -> String.valueOf(block(ada.authorizeSubscription(gold, "ada", "player-1"))
                                    .status()));
                }));
    }

    private static NewSubscription subscription(String name) {
        return NewSubscription.of("monthly", name, "Every month");
    }

    /** Of what can be done once only: whether it was done before. */
    private static String answered(Mono<?> again) {
        return block(again.map(value -> "done now")
                .onErrorResume(
                        GloebitException.class,
                        refused -> Mono.just(refused.getClass().getSimpleName())));
    }

    private static EndpointInUse row(String name, Function<AuthorizedUser, Mono<?>> call) {
        return new EndpointInUse(name, (shop, client) -> {
            block(shop.ada.products().grant("Torch", 5));
            return use(shop, call.apply(user(shop, client)));
        });
    }

    private static EndpointInUse withItem(String name, BiFunction<AuthorizedUser, UUID, Mono<?>> call) {
        return new EndpointInUse(name, (shop, client) -> {
            UUID hat = block(shop.ada.items().create(NewItem.of("hat")));
            return use(shop, call.apply(user(shop, client), hat));
        });
    }

    private static EndpointInUse withCharacter(String name, BiFunction<AuthorizedUser, StoredCharacter, Mono<?>> call) {
        return new EndpointInUse(name, (shop, client) -> {
            StoredCharacter lovelace = block(shop.ada.characters().create("Lovelace", Map.of("level", "12")));
            block(shop.ada.character(lovelace.id()).products().grant("Torch", 5));
            return use(shop, call.apply(user(shop, client), lovelace));
        });
    }

    private static AuthorizedUser user(SimulatedShop shop, GloebitClient client) {
        return client.withCredential(shop.ada.credential());
    }

    private static Use use(SimulatedShop shop, Mono<?> call) {
        return new Use(call, () -> new Possessions(shop).all());
    }
}
