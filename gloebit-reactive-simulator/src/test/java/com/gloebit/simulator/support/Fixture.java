package com.gloebit.simulator.support;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Sample applications, accounts, products and requests. */
public final class Fixture {
    public static final String KEY = "demo-key";
    public static final String SECRET = "demo-secret-0123";
    public static final String REDIRECT = "http://127.0.0.1:8080/callback";
    public static final String ALL_SCOPES = "user character inventory balance transact";

    private Fixture() {}

    public static GloebitSimulatorBuilder builder() {
        return GloebitSimulator.builder()
                .application(Application.of(KEY, SECRET, URI.create("http://127.0.0.1:8080/")))
                .application(Application.of("other-key", "other-secret-0123", URI.create("https://other.example/")))
                .account("ada", "lovelace", new BigDecimal("100"))
                .account("bob", "builder", new BigDecimal("10"))
                .emailAddress("bob", "Bob@example.com")
                .product(Product.of("Sword", new BigDecimal("25")).withLimit(3))
                .product(Product.of("a/b 50% ü ..+", new BigDecimal("1")))
                .product(Product.of("Torch ü/1", new BigDecimal("2"))
                        .withLimit(5)
                        .withGrantable(true))
                .product(Product.of("Medal", new BigDecimal("2"))
                        .withGrantable(true)
                        .withAvailable(false))
                .product(Product.of("Relic", new BigDecimal("5")).withAvailable(false));
    }

    public static Map<String, Object> item(String transactionId, Number amount) {
        Map<String, Object> body = common(transactionId);
        body.put("asset-code", "torch");
        body.put("asset-quantity", 1);
        body.put("gloebit-balance-change", amount);
        return body;
    }

    public static Map<String, Object> product(String transactionId, String product, int quantity) {
        Map<String, Object> body = common(transactionId);
        body.put("product", product);
        body.put("product-quantity", quantity);
        return body;
    }

    public static Map<String, Object> payment(String transactionId, Number amount, UUID seller) {
        Map<String, Object> body = item(transactionId, amount);
        body.put("seller-name-on-application", "Bob of the South");
        body.put("seller-id-on-application", "17");
        body.put("seller-id-from-gloebit", seller.toString());
        return body;
    }

    public static Map<String, Object> subscription() {
        return new HashMap<>(Map.of(
                "client_id",
                KEY,
                "client_secret",
                SECRET,
                "application-key",
                KEY,
                "local-id",
                "room-17",
                "name",
                "Rent",
                "description",
                "A room"));
    }

    public static Map<String, Object> authorization(UUID subscription) {
        return new HashMap<>(Map.of(
                "application-key",
                KEY,
                "request-created",
                1_700_000_000,
                "username-on-application",
                "Ada of the North",
                "user-id-on-application",
                "17",
                "subscription-id",
                subscription.toString()));
    }

    private static Map<String, Object> common(String transactionId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", 1);
        body.put("application-key", KEY);
        body.put("request-created", 1_700_000_000);
        body.put("username-on-application", "Ada of the North");
        body.put("transaction-id", transactionId);
        return body;
    }
}
