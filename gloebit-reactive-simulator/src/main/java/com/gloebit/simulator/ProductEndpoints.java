package com.gloebit.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What users and characters own of the products, and its consumption. */
final class ProductEndpoints {
    static final String UNKNOWN_PRODUCT = "unknown product";
    static final String UNKNOWN_CHARACTER = "unknown character";

    private final Directory directory;
    private final Ledger ledger;
    private final BearerAuthentication authentication;
    private final OpenBehaviours open;

    ProductEndpoints(Directory directory, Ledger ledger, BearerAuthentication authentication, OpenBehaviours open) {
        this.directory = directory;
        this.ledger = ledger;
        this.authentication = authentication;
        this.open = open;
    }

    Answer userProducts(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        return products(userInventory(grant));
    }

    Answer characterProducts(Request request) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        return products(characterInventory(requestedCharacter(request), grant));
    }

    Answer consumeUserProduct(Request request) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        List<String> path = request.pathParameters();
        ProductQuantity quantity = path.isEmpty()
                ? ProductQuantity.of(body(request, Set.of("product_name", "count")))
                : ProductQuantity.ofPath(request, path);
        return consume(userInventory(grant), quantity);
    }

    Answer consumeCharacterProduct(Request request) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        List<String> path = request.pathParameters();
        if (!path.isEmpty()) {
            UUID character = Members.uuid("the character's id", path.get(0));
            ProductQuantity quantity = ProductQuantity.ofPath(request, path.subList(1, path.size()));
            return consume(characterInventory(character, grant), quantity);
        }
        Members members = body(request, Set.of("character_id", "product_name", "count"));
        UUID character = Members.uuid("character_id", members.text("character_id"));
        return consume(characterInventory(character, grant), ProductQuantity.of(members));
    }

    private UUID requestedCharacter(Request request) {
        if (request.pathParameters().isEmpty()) {
            return Members.uuid(
                    "character_id", body(request, Set.of("character_id")).text("character_id"));
        }
        Bodies.expectNone(request);
        return Members.uuid("the character's id", request.pathParameters().get(0));
    }

    private static Members body(Request request, Set<String> known) {
        Bodies.expectNoQuery(request);
        return Members.of(request).only(known);
    }

    private Answer products(Inventory inventory) {
        ObjectNode products = Json.object();
        ledger.products(inventory).forEach(products::put);
        ObjectNode members = Json.object();
        members.set("products", products);
        return Answer.success(members);
    }

    private Answer consume(Inventory inventory, ProductQuantity quantity) {
        Product product = directory.findProduct(quantity.product()).orElseThrow(() -> new Refusal(UNKNOWN_PRODUCT));
        if (!product.available() && open.has(OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE)) {
            throw new Refusal(Verdict.PRODUCT_UNAVAILABLE.reason());
        }
        Optional<Integer> rest = ledger.consume(inventory, product.name(), quantity.count());
        // The Unity client reads the reason of a success, too.
        return rest.map(count ->
                        Answer.success(Json.object().put("product-count", count).put("reason", "success")))
                .orElseThrow(() -> new Refusal("user doesn't have enough"));
    }

    private static Inventory userInventory(Grant grant) {
        return Inventory.ofUser(grant.applicationKey(), grant.userName());
    }

    private Inventory characterInventory(UUID character, Grant grant) {
        return directory
                .findCharacter(character, grant)
                .orElseThrow(() -> new Refusal(UNKNOWN_CHARACTER))
                .inventory();
    }
}
