package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.CODE;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.NEVER_IF_DONE;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.answer.Envelope;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.subject.CharacterDraft;
import com.gloebit.reactive.internal.subject.CharacterMembers;
import com.gloebit.reactive.internal.subject.ItemChange;
import com.gloebit.reactive.internal.subject.ItemMembers;
import com.gloebit.reactive.internal.subject.ProductChange;
import com.gloebit.reactive.internal.subject.ProductMembers;
import com.gloebit.reactive.internal.subject.SubscriptionAuthorizationRequest;
import com.gloebit.reactive.internal.subject.SubscriptionMembers;
import com.gloebit.reactive.internal.subject.SubscriptionRequest;
import com.gloebit.reactive.internal.subject.TokenAnswer;
import com.gloebit.reactive.internal.subject.TokenRequest;
import com.gloebit.reactive.internal.subject.TransactAnswer;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit's API, one constant for each endpoint. A test compares the constants with the table in docs/wire-contract.md.
 */
public final class Endpoints {
    public static final Endpoint<TokenRequest, Credential> ACCESS_TOKEN = Endpoint.post(
                    "access-token", "oauth2/access-token", CODE, Body.form(TokenRequest::fields))
            .in(CallFamily.TOKEN)
            .whenUnknown((request, last) -> toAuthorizationFailed(last))
            .answers(TokenAnswer::read);

    public static final Endpoint<Void, Boolean> VERIFY_TOKEN =
            Endpoint.get("verify-token", "no-op").in(CallFamily.TOKEN).answers(Envelope.done());

    public static final Endpoint<Void, UserInfo> USER_INFO =
            Endpoint.get("user-info", "user").needs(Scope.USER).answers(Envelope.value(Endpoints::userInfo));

    public static final Endpoint<Void, BigDecimal> BALANCE = Endpoint.get("balance", "balance")
            .needs(Scope.BALANCE)
            .answers(Envelope.value(body -> body.decimal("balance")));

    public static final Endpoint<PendingPurchase, Receipt> TRANSACT = transact("transact", "transact");

    public static final Endpoint<PendingPurchase, Receipt> TRANSACT_V2 = transact("transact-v2", "v2/transact");

    public static final Endpoint<PendingPurchase, Receipt> TRANSACT_USER = transact("transact-user", "transact-u2u");

    public static final Endpoint<Void, List<ProductCount>> USER_PRODUCTS = Endpoint.get(
                    "user-products", "get-user-products")
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(ProductMembers::readAll));

    public static final Endpoint<UUID, List<ProductCount>> CHARACTER_PRODUCTS = Endpoint.get(
                    "character-products", "get-character-products", UUID::toString)
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(ProductMembers::readAll));

    public static final Endpoint<ProductChange, Long> GRANT_USER_PRODUCT =
            productChange("grant-user-product", NEVER_IF_DONE);

    public static final Endpoint<ProductChange, Long> GRANT_CHARACTER_PRODUCT =
            productChange("grant-character-product", NEVER_IF_DONE);

    public static final Endpoint<ProductChange, Long> CONSUME_USER_PRODUCT =
            productChange("consume-user-product", NEVER_IF_DONE);

    public static final Endpoint<ProductChange, Long> CONSUME_CHARACTER_PRODUCT =
            productChange("consume-character-product", NEVER_IF_DONE);

    public static final Endpoint<ProductChange, Long> SET_USER_PRODUCT_COUNT =
            productChange("set-user-product-count", BY_KEY);

    public static final Endpoint<ProductChange, Long> SET_CHARACTER_PRODUCT_COUNT =
            productChange("set-character-product-count", BY_KEY);

    public static final Endpoint<NewItem, UUID> NEW_ITEM = Endpoint.post(
                    "new-item", "new-inventory-item", NEVER_IF_DONE, Body.<NewItem>json(ItemMembers::write))
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(body -> body.uuid("item-id")));

    public static final Endpoint<Void, List<ItemReference>> ITEM_IDS = Endpoint.get(
                    "item-ids", "get-inventory-item-ids")
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(ItemMembers::readIds));

    public static final Endpoint<String, List<ItemReference>> FOLDER_ITEM_IDS = Endpoint.get(
                    "folder-item-ids", "get-inventory-item-ids", (String folder) -> folder)
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(ItemMembers::readIds));

    public static final Endpoint<UUID, Map<String, @Nullable Object>> ITEM = Endpoint.get(
                    "item", "get-inventory-item", UUID::toString)
            .needs(Scope.INVENTORY)
            .answers(Envelope.value(body -> body.object("item").members()));

    public static final Endpoint<ItemChange, Boolean> UPDATE_ITEM = Endpoint.put(
                    "update-item", "update-inventory-item", BY_KEY, Body.<ItemChange>json(ItemMembers::write))
            .needs(Scope.INVENTORY)
            .answers(Envelope.done());

    public static final Endpoint<UUID, Boolean> DELETE_ITEM = Endpoint.post(
                    "delete-item", "delete-inventory-item", NEVER_IF_DONE, UUID::toString)
            .needs(Scope.INVENTORY)
            .answers(Envelope.done());

    public static final Endpoint<Void, List<StoredCharacter>> CHARACTERS = Endpoint.get("characters", "get-characters")
            .needs(Scope.CHARACTER)
            .answers(Envelope.value(CharacterMembers::readAll));

    public static final Endpoint<CharacterDraft, StoredCharacter> CREATE_CHARACTER = Endpoint.post(
                    "create-character",
                    "create-character",
                    NEVER_IF_DONE,
                    Body.<CharacterDraft>json(CharacterMembers::write))
            .needs(Scope.CHARACTER)
            .answers(Envelope.value(CharacterMembers::readOne));

    public static final Endpoint<StoredCharacter, StoredCharacter> UPDATE_CHARACTER = Endpoint.post(
                    "update-character", "update-character", BY_KEY, Body.<StoredCharacter>json(CharacterMembers::write))
            .needs(Scope.CHARACTER)
            .answers(Envelope.value(CharacterMembers::readOne));

    public static final Endpoint<UUID, Boolean> DELETE_CHARACTER = Endpoint.post(
                    "delete-character", "delete-character", NEVER_IF_DONE, Body.json(CharacterMembers::writeId))
            .needs(Scope.CHARACTER)
            .answers(Envelope.done());

    public static final Endpoint<SubscriptionRequest, Subscription> CREATE_SUBSCRIPTION = Endpoint.post(
                    "create-subscription",
                    "create-subscription",
                    BY_KEY,
                    Body.<SubscriptionRequest>json(SubscriptionMembers::write))
            .answers(SubscriptionMembers::readSubscription);

    public static final Endpoint<SubscriptionAuthorizationRequest, SubscriptionAuthorization> AUTHORIZE_SUBSCRIPTION =
            Endpoint.post(
                            "authorize-subscription",
                            "create-subscription-authorization",
                            BY_KEY,
                            Body.<SubscriptionAuthorizationRequest>json(SubscriptionMembers::write))
                    .needs(Scope.TRANSACT)
                    .answers(SubscriptionMembers::readAuthorization);

    private Endpoints() {}

    private static Endpoint<PendingPurchase, Receipt> transact(String name, String path) {
        return Endpoint.post(name, path, BY_KEY, Body.encodedJson(PendingPurchase::body))
                .needs(Scope.TRANSACT)
                .in(CallFamily.TRANSACTION)
                .answers(TransactAnswer::read);
    }

    private static Endpoint<ProductChange, Long> productChange(String name, RepeatSafety repeatSafety) {
        return Endpoint.post(name, name, repeatSafety, Body.json(ProductMembers::write))
                .needs(Scope.INVENTORY)
                .answers(Envelope.value(ProductMembers::readCount));
    }

    private static GloebitException toAuthorizationFailed(GloebitException last) {
        return last instanceof AuthorizationFailedException
                ? last
                : new AuthorizationFailedException(null, last.details(), last);
    }

    private static UserInfo userInfo(JsonObject body) {
        String name = body.textOrNull("name");
        String olderName = body.textOrNull("full-name");
        Map<String, Object> params = new LinkedHashMap<>();
        JsonObject sent = body.objectOrNull("params");
        if (sent != null) {
            sent.members().forEach((key, value) -> {
                if (value != null) {
                    params.put(key, value);
                }
            });
        }
        return new UserInfo(body.text("id"), name != null ? name : olderName != null ? olderName : "", params);
    }
}
