package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The three paths of purchases. */
final class PurchaseEntries {
    private static final TransactionId ID = TransactionId.of("order-2");
    private static final String ACCEPTED = "{\"success\":true,\"id\":\"order-2\",\"status\":\"queued\"}";
    private static final Receipt QUEUED = receipt(null, null, null);

    private PurchaseEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(transact(), transactV2(), transactUser()).map(entry -> entry.withArgument(pending()));
    }

    /** A reader of answers looks at the id alone. */
    private static PendingPurchase pending() {
        return PendingPurchase.of(
                Given.TORCHES.transactionId(), PurchaseKind.ITEM, TransactVersion.V1, null, new byte[] {'{', '}'});
    }

    private static EndpointEntry transact() {
        return EndpointEntry.of("transact", BY_KEY)
                .withFixture(Fixture.of(
                        "an item, held, and everything that the scope shows",
                        request("ada", "\"asset-code\":\"torch\",\"asset-quantity\":3,\"gloebit-balance-change\":4.5")
                                .answers("{\"success\":true,\"id\":\"order-2\",\"balance\":95.5,\"status\":\"queued\","
                                        + "\"reason\":\"success\"}"),
                        buys(ItemPurchase.of(ID, "torch", new BigDecimal("1.50"))
                                .withQuantity(3)
                                .withUsername("ada")),
                        receipt(new BigDecimal("95.5"), null, "success")))
                .withFixture(Fixture.of(
                        "a product for the user, whose name may be empty",
                        request("", "\"product\":\"Sword \\\"of\\\" ü\",\"product-quantity\":2")
                                .answers(
                                        "{\"success\":true,\"id\":\"order-2\",\"product-count\":7,\"status\":\"queued\"}"),
                        buys(ProductPurchase.of(ID, "Sword \"of\" ü")
                                .withQuantity(2)
                                .withUsername("")),
                        receipt(null, 7L, null)))
                .withFixture(Fixture.of(
                        "a product for a character",
                        request(
                                        "ada",
                                        "\"product\":\"Sword\",\"product-quantity\":1,"
                                                + "\"character-id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"")
                                .answers(ACCEPTED),
                        buys(ProductPurchase.of(ID, "Sword")
                                .withCharacter(Given.CHARACTER)
                                .withUsername("ada")),
                        QUEUED))
                .withFixture(Fixture.of(
                        "without the app-user-id that the exchange gave, which this endpoint does not know",
                        request("ada", "\"product\":\"Sword\",\"product-quantity\":1")
                                .answers(ACCEPTED),
                        buysWithAppUserId(ProductPurchase.of(ID, "Sword").withUsername("ada")),
                        QUEUED))
                .withFixture(new Fixture(
                        "with a name that is looked up",
                        List.of(
                                ExpectedRequest.get("/user")
                                        .answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada Lovelace\"}"),
                                request("Ada Lovelace", "\"product\":\"Sword\",\"product-quantity\":1")
                                        .answers(ACCEPTED)),
                        buys(ProductPurchase.of(ID, "Sword")),
                        QUEUED))
                .withCall((shop, client) -> bought(
                        shop,
                        shop.adaBy(client)
                                .purchase(ItemPurchase.of(TransactionId.of("item"), "castle", 3)
                                        .withQuantity(2)
                                        .withUsername("ada"))));
    }

    private static EndpointEntry transactV2() {
        return EndpointEntry.of("transact-v2", BY_KEY)
                .withSettings(client -> client.transactVersion(TransactVersion.V2))
                .withFixture(Fixture.of(
                        "with the app-user-id that the exchange gave",
                        requestV2("\"app-user-id\":\"u-7\",\"product\":\"Sword\",\"product-quantity\":1")
                                .answers(ACCEPTED),
                        buysWithAppUserId(ProductPurchase.of(ID, "Sword").withUsername("ada")),
                        QUEUED))
                .withFixture(Fixture.of(
                        "an unattended debit with descriptions and the payer's id",
                        requestV2("\"buyer-id-on-application\":\"u-1\","
                                        + "\"platform-desc-names\":[\"game\",\"realm\"],"
                                        + "\"platform-desc-values\":[\"Lantern\",\"North\"],"
                                        + "\"transaction-desc-names\":[\"for\"],"
                                        + "\"transaction-desc-values\":[\"rent\"],"
                                        + "\"automated-transaction\":true,\"subscription-id\":\"s-1\","
                                        + "\"asset-code\":\"rent\",\"asset-quantity\":1,"
                                        + "\"gloebit-balance-change\":5")
                                .answers(ACCEPTED),
                        buys(ItemPurchase.of(ID, "rent", 5)
                                .withDetails(PurchaseDetails.NONE
                                        .withUsername("ada")
                                        .withBuyerId("u-1")
                                        .withDescriptions(Descriptions.NONE
                                                .withPlatform("game", "Lantern")
                                                .withPlatform("realm", "North")
                                                .withTransaction("for", "rent"))
                                        .withDebitOf("s-1"))),
                        QUEUED))
                .withFixture(Fixture.of(
                        "the same members on the newer path",
                        requestV2("\"product\":\"Sword\",\"product-quantity\":1")
                                .answers(ACCEPTED),
                        buys(ProductPurchase.of(ID, "Sword").withUsername("ada")),
                        QUEUED))
                .withCall((shop, client) -> bought(
                        shop,
                        shop.adaBy(client)
                                .purchase(ProductPurchase.of(TransactionId.of("product"), "Torch")
                                        .withUsername("ada"))))
                .withCall(PurchaseEntries::debit);
    }

    /** A debit of a subscription that Ada approved. */
    private static PreparedCall<Receipt> debit(SimulatedShop shop, GloebitClient client) {
        String gold = block(shop.gloebit.subscriptions().create(NewSubscription.of("debit", "Gold", "Every month")))
                .id();
        SubscriptionAuthorization asked = block(shop.ada.authorizeSubscription(gold, "ada", "player-1"));
        assertThat(shop.browser()
                        .decide(shop.environment().subscriptionUri(Objects.requireNonNull(asked.id())), "approve"))
                .contains("approved");
        return bought(
                shop,
                shop.adaBy(client)
                        .purchase(ItemPurchase.of(TransactionId.of("debit"), "gold", 5)
                                .withDetails(
                                        PurchaseDetails.NONE.withUsername("ada").withDebitOf(gold))));
    }

    private static EndpointEntry transactUser() {
        return EndpointEntry.of("transact-user", BY_KEY)
                .withFixture(Fixture.of(
                        "to a payee known by email address",
                        request("/transact-u2u", "ada", asset("seller-email-address", "bob@example.org"))
                                .answers(ACCEPTED),
                        buys(payment(Payee.byEmail("Bob", "b-1", "bob@example.org"))),
                        QUEUED))
                .withFixture(Fixture.of(
                        "to a payee known by Gloebit's id",
                        request("/transact-u2u", "ada", asset("seller-id-from-gloebit", "g-7"))
                                .answers(ACCEPTED),
                        buys(payment(Payee.byGloebitId("Bob", "b-1", "g-7"))),
                        QUEUED))
                .withCall((shop, client) -> {
                    Payee bob = Payee.byGloebitId(
                            "bob", "player-2", shop.simulator.accountId("bob").toString());
                    AuthorizedUser ada = shop.adaBy(client);
                    return bought(
                            shop,
                            ada.purchase(UserPayment.of(TransactionId.of("payment"), "painting", BigDecimal.TEN, bob)
                                    .withUsername("ada")));
                });
    }

    private static PreparedCall<Receipt> bought(SimulatedShop shop, Mono<Receipt> purchase) {
        return PreparedCall.of(
                shop,
                purchase,
                receipt -> assertThat(shop.bookings(receipt.transactionId())).hasSize(1));
    }

    private static UserPayment payment(Payee payee) {
        return UserPayment.of(ID, "lamp", new BigDecimal("2.5"), payee).withUsername("ada");
    }

    private static String asset(String knownBy, String payee) {
        return "\"asset-code\":\"lamp\",\"asset-quantity\":1,\"gloebit-balance-change\":2.5,"
                + "\"seller-name-on-application\":\"Bob\",\"seller-id-on-application\":\"b-1\",\"" + knownBy + "\":\""
                + payee + "\"";
    }

    private static ExpectedRequest request(String username, String members) {
        return request("/transact", username, members);
    }

    private static ExpectedRequest requestV2(String members) {
        return request("/v2/transact", "ada", members);
    }

    private static ExpectedRequest request(String path, String username, String members) {
        return ExpectedRequest.postJson(
                path,
                "{\"version\":1,\"application-key\":\"application-key\",\"request-created\":1700000000,"
                        + "\"username-on-application\":\"" + username + "\",\"transaction-id\":\"order-2\"," + members
                        + "}");
    }

    private static Function<GloebitClient, Mono<?>> buys(Purchase purchase) {
        return client -> client.withCredential(Given.CREDENTIAL).purchase(purchase);
    }

    private static Function<GloebitClient, Mono<?>> buysWithAppUserId(Purchase purchase) {
        return client -> client.withCredential(Credential.of(Given.TOKEN, null, "u-7", null))
                .purchase(purchase);
    }

    private static Receipt receipt(@Nullable BigDecimal balance, @Nullable Long productCount, @Nullable String reason) {
        ReceiptState state = "success".equals(reason) ? ReceiptState.HELD : ReceiptState.QUEUED;
        return new Receipt(ID, state, balance, productCount, reason, "queued");
    }
}
