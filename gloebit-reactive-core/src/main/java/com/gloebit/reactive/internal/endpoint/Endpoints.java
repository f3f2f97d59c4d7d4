package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.CODE;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.NEVER_IF_DONE;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gloebit's API, one row each. docs/wire-contract.md has a line for every row, and a test holds the two together. */
public final class Endpoints {
    public static final Endpoint<TokenRequest, Credential> ACCESS_TOKEN = Endpoint.post(
                    "access-token", "oauth2/access-token", CODE, Body.form(TokenRequest::fields))
            .in(CallFamily.TOKEN)
            .whenInDoubt((request, last) -> startAgain(last))
            .answers(TokenAnswer::read);

    public static final Endpoint<Void, Boolean> VERIFY_TOKEN =
            Endpoint.get("verify-token", "no-op").in(CallFamily.TOKEN).answers(Envelope.value(body -> true));

    public static final Endpoint<Void, UserInfo> USER_INFO =
            Endpoint.get("user-info", "user").needs(Scope.USER).answers(Envelope.value(Endpoints::userInfo));

    public static final Endpoint<Void, BigDecimal> BALANCE = Endpoint.get("balance", "balance")
            .needs(Scope.BALANCE)
            .answers(Envelope.value(body -> body.decimal("balance")));

    public static final Endpoint<PendingPurchase, Receipt> TRANSACT = Endpoint.post(
                    "transact", "transact", BY_KEY, Body.encodedJson(PendingPurchase::body))
            .needs(Scope.TRANSACT)
            .in(CallFamily.TRANSACTION)
            .whenInDoubt(TransactionInDoubtException::new)
            .answers(TransactAnswer::read);

    public static final Endpoint<Void, List<ProductCount>> USER_PRODUCTS = Endpoint.get(
                    "user-products", "get-user-products")
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(Endpoints::products));

    public static final Endpoint<UUID, List<ProductCount>> CHARACTER_PRODUCTS = Endpoint.get(
                    "character-products", "get-character-products", UUID::toString)
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(Endpoints::products));

    public static final Endpoint<ProductChange, Long> CONSUME_USER_PRODUCT = Endpoint.post(
                    "consume-user-product", "consume-user-product", NEVER_IF_DONE, Body.json(Endpoints::productChange))
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(Endpoints::productCount));

    public static final Endpoint<ProductChange, Long> CONSUME_CHARACTER_PRODUCT = Endpoint.post(
                    "consume-character-product",
                    "consume-character-product",
                    NEVER_IF_DONE,
                    Body.json(Endpoints::productChange))
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(Endpoints::productCount));

    private Endpoints() {}

    /** Every row; a test holds that none is missing. */
    public static List<Endpoint<?, ?>> all() {
        return List.of(
                ACCESS_TOKEN,
                VERIFY_TOKEN,
                USER_INFO,
                BALANCE,
                TRANSACT,
                USER_PRODUCTS,
                CHARACTER_PRODUCTS,
                CONSUME_USER_PRODUCT,
                CONSUME_CHARACTER_PRODUCT);
    }

    private static GloebitException startAgain(GloebitException last) {
        return last instanceof AuthorizationFailedException
                ? last
                : new AuthorizationFailedException(null, last.details(), last);
    }

    private static UserInfo userInfo(JsonObject body) {
        String name = body.optionalText("name");
        String olderName = body.optionalText("full-name");
        Map<String, Object> params = new LinkedHashMap<>();
        Map<String, @Nullable Object> sent = body.optionalObject("params");
        if (sent != null) {
            sent.forEach((key, value) -> {
                if (value != null) {
                    params.put(key, value);
                }
            });
        }
        return new UserInfo(body.text("id"), name != null ? name : olderName != null ? olderName : "", params);
    }

    private static List<ProductCount> products(JsonObject body) {
        return body.wholes("products").entrySet().stream()
                .map(product -> new ProductCount(product.getKey(), product.getValue()))
                .toList();
    }

    private static long productCount(JsonObject body) {
        return body.whole("product-count");
    }

    private static void productChange(ProductChange change, JsonWriter json) {
        if (change.character() != null) {
            json.text("character_id", change.character().toString());
        }
        json.text("product_name", change.product()).whole("count", change.count());
    }
}
