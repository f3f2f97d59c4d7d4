package com.gloebit.reactive.wire;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The documented forms of {@code /transact}. */
final class PurchaseFixtures {
    private static final TransactionId ID = TransactionId.of("order-2");
    private static final String ACCEPTED = "{\"success\":true,\"id\":\"order-2\",\"status\":\"queued\"}";
    private static final Receipt QUEUED = receipt(null, null, null);

    private PurchaseFixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(
                Fixture.of(
                        "transact",
                        "an item, held, and everything that the scope shows",
                        request("ada", "\"asset-code\":\"torch\",\"asset-quantity\":3,\"gloebit-balance-change\":4.5")
                                .answers("{\"success\":true,\"id\":\"order-2\",\"balance\":95.5,\"status\":\"queued\","
                                        + "\"reason\":\"success\"}"),
                        buys(ItemPurchase.of(ID, "torch", new BigDecimal("1.50"))
                                .withQuantity(3)
                                .withUsername("ada")),
                        receipt(new BigDecimal("95.5"), null, "success")),
                Fixture.of(
                        "transact",
                        "a product for the user, whose name may be empty",
                        request("", "\"product\":\"Sword \\\"of\\\" ü\",\"product-quantity\":2")
                                .answers(
                                        "{\"success\":true,\"id\":\"order-2\",\"product-count\":7,\"status\":\"queued\"}"),
                        buys(ProductPurchase.of(ID, "Sword \"of\" ü")
                                .withQuantity(2)
                                .withUsername("")),
                        receipt(null, 7L, null)),
                Fixture.of(
                        "transact",
                        "a product for a character",
                        request(
                                        "ada",
                                        "\"product\":\"Sword\",\"product-quantity\":1,"
                                                + "\"character-id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"")
                                .answers(ACCEPTED),
                        buys(ProductPurchase.of(ID, "Sword")
                                .withCharacter(Given.CHARACTER)
                                .withUsername("ada")),
                        QUEUED),
                Fixture.of(
                        "transact",
                        "without the app-user-id that the exchange gave, which this endpoint does not know",
                        request("ada", "\"product\":\"Sword\",\"product-quantity\":1")
                                .answers(ACCEPTED),
                        client -> client.withCredential(Credential.of(Given.TOKEN, null, "u-7", null))
                                .purchase(ProductPurchase.of(ID, "Sword").withUsername("ada")),
                        QUEUED),
                Fixture.of(
                                "transact-v2",
                                "with the app-user-id that the exchange gave",
                                request(
                                                "/v2/transact",
                                                "ada",
                                                "\"app-user-id\":\"u-7\",\"product\":\"Sword\",\"product-quantity\":1")
                                        .answers(ACCEPTED),
                                client -> client.withCredential(Credential.of(Given.TOKEN, null, "u-7", null))
                                        .purchase(
                                                ProductPurchase.of(ID, "Sword").withUsername("ada")),
                                QUEUED)
                        .with(client -> client.transactVersion(TransactVersion.V2)),
                Fixture.of(
                                "transact-v2",
                                "an unattended debit with descriptions and the payer's id",
                                request(
                                                "/v2/transact",
                                                "ada",
                                                "\"buyer-id-on-application\":\"u-1\","
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
                                QUEUED)
                        .with(client -> client.transactVersion(TransactVersion.V2)),
                Fixture.of(
                        "transact-user",
                        "to a payee known by email address",
                        request("/transact-u2u", "ada", asset("seller-email-address", "bob@example.org"))
                                .answers(ACCEPTED),
                        buys(payment(Payee.byEmail("Bob", "b-1", "bob@example.org"))),
                        QUEUED),
                Fixture.of(
                        "transact-user",
                        "to a payee known by Gloebit's id",
                        request("/transact-u2u", "ada", asset("seller-id-from-gloebit", "g-7"))
                                .answers(ACCEPTED),
                        buys(payment(Payee.byGloebitId("Bob", "b-1", "g-7"))),
                        QUEUED),
                Fixture.of(
                                "transact-v2",
                                "the same members on the newer path",
                                request("/v2/transact", "ada", "\"product\":\"Sword\",\"product-quantity\":1")
                                        .answers(ACCEPTED),
                                buys(ProductPurchase.of(ID, "Sword").withUsername("ada")),
                                QUEUED)
                        .with(client -> client.transactVersion(TransactVersion.V2)),
                Fixture.of(
                        "transact",
                        "with a name that is looked up",
                        List.of(
                                ExpectedRequest.get("/user")
                                        .answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada Lovelace\"}"),
                                request("Ada Lovelace", "\"product\":\"Sword\",\"product-quantity\":1")
                                        .answers(ACCEPTED)),
                        buys(ProductPurchase.of(ID, "Sword")),
                        QUEUED));
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

    private static Receipt receipt(@Nullable BigDecimal balance, @Nullable Long productCount, @Nullable String reason) {
        ReceiptState state = "success".equals(reason) ? ReceiptState.HELD : ReceiptState.QUEUED;
        return new Receipt(ID, state, balance, productCount, reason, "queued");
    }
}
