package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.internal.ledger.Characters;
import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Purchase;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.ledger.TransactReply;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Lists, grants, consumes and sets the products of users and characters. */
public final class ProductEndpoints {
    static final String UNKNOWN_PRODUCT = "unknown product";

    private final Registry registry;
    private final Ledger ledger;
    private final BearerAuthentication authentication;
    private final OpenBehaviours open;

    public ProductEndpoints(
            Registry registry, Ledger ledger, BearerAuthentication authentication, OpenBehaviours open) {
        this.registry = registry;
        this.ledger = ledger;
        this.authentication = authentication;
        this.open = open;
    }

    public Answer userProducts(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        return products(userInventory(grant));
    }

    public Answer characterProducts(Request request) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        return products(characterInventory(requestedCharacter(request), grant));
    }

    public Answer grantUserProduct(Request request) {
        return changeOfUser(request, this::grant);
    }

    public Answer grantCharacterProduct(Request request) {
        return changeOfCharacter(request, this::grant);
    }

    public Answer consumeUserProduct(Request request) {
        return changeOfUser(request, this::consume);
    }

    public Answer consumeCharacterProduct(Request request) {
        return changeOfCharacter(request, this::consume);
    }

    public Answer setUserProductCount(Request request) {
        return changeOfUser(request, this::set);
    }

    public Answer setCharacterProductCount(Request request) {
        return changeOfCharacter(request, this::set);
    }

    private Answer changeOfUser(Request request, Change change) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        List<String> path = request.pathParameters();
        ProductQuantity quantity = path.isEmpty()
                ? ProductQuantity.of(body(request, Set.of("product_name", "count")))
                : ProductQuantity.ofPath(request, path);
        return changed(userInventory(grant), quantity, change);
    }

    private Answer changeOfCharacter(Request request, Change change) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        List<String> path = request.pathParameters();
        if (!path.isEmpty()) {
            UUID character = RequestMembers.uuid("the character's id", path.get(0));
            ProductQuantity quantity = ProductQuantity.ofPath(request, path.subList(1, path.size()));
            return changed(characterInventory(character, grant), quantity, change);
        }
        RequestMembers members = body(request, Set.of("character_id", "product_name", "count"));
        UUID character = RequestMembers.uuid("character_id", members.text("character_id"));
        return changed(characterInventory(character, grant), ProductQuantity.of(members), change);
    }

    private UUID requestedCharacter(Request request) {
        if (request.pathParameters().isEmpty()) {
            return RequestMembers.uuid(
                    "character_id", body(request, Set.of("character_id")).text("character_id"));
        }
        Bodies.expectNone(request);
        return RequestMembers.uuid(
                "the character's id", request.pathParameters().get(0));
    }

    private static RequestMembers body(Request request, Set<String> known) {
        Bodies.expectNoQuery(request);
        return RequestMembers.of(request).only(known);
    }

    private Answer products(Inventory inventory) {
        ObjectNode products = Json.object();
        ledger.products(inventory).forEach(products::put);
        ObjectNode members = Json.object();
        members.set("products", products);
        return Answer.success(members);
    }

    private Answer changed(Inventory inventory, ProductQuantity quantity, Change change) {
        Product product = registry.findProduct(quantity.product()).orElseThrow(() -> new Refusal(UNKNOWN_PRODUCT));
        int count = change.apply(new Purchase.ProductDelivery(product, inventory), quantity);
        // The Unity client reads the reason of a success.
        return Answer.success(Json.object().put("product-count", count).put("reason", "success"));
    }

    private int grant(Purchase.ProductDelivery delivery, ProductQuantity quantity) {
        int added = quantity.aboveZero().count();
        checkGrantable(delivery.product());
        return ledger.grant(delivery, added).orElseThrow(() -> new Refusal(TransactReply.PRODUCT_LIMIT.reason()));
    }

    private int set(Purchase.ProductDelivery delivery, ProductQuantity quantity) {
        checkGrantable(delivery.product());
        return ledger.set(delivery, quantity.count())
                .orElseThrow(() -> new Refusal(TransactReply.PRODUCT_LIMIT.reason()));
    }

    private int consume(Purchase.ProductDelivery delivery, ProductQuantity quantity) {
        int taken = quantity.aboveZero().count();
        Product product = delivery.product();
        refuseUnavailable(product, OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE);
        return ledger.consume(delivery.inventory(), product.name(), taken)
                .orElseThrow(() -> new Refusal("user doesn't have enough"));
    }

    private void checkGrantable(Product product) {
        if (!product.grantable()) {
            throw new Refusal("product is not grantable");
        }
        refuseUnavailable(product, OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE);
    }

    private void refuseUnavailable(Product product, OpenBehaviour reading) {
        if (!product.available() && open.has(reading)) {
            throw new Refusal(TransactReply.PRODUCT_UNAVAILABLE.reason());
        }
    }

    private static Inventory userInventory(Grant grant) {
        return Inventory.ofUser(grant.applicationKey(), grant.userName());
    }

    private Inventory characterInventory(UUID character, Grant grant) {
        return registry.findCharacter(character, grant)
                .orElseThrow(() -> new Refusal(Characters.UNKNOWN))
                .inventory();
    }

    /** Changes a count and returns the new one. */
    private interface Change {
        int apply(Purchase.ProductDelivery delivery, ProductQuantity quantity);
    }
}
