package com.gloebit.simulator.internal.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.ledger.Item;
import com.gloebit.simulator.internal.ledger.Items;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.RandomSource;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates, lists, reads, changes and deletes items. The service itself mixes hyphens and underscores in names. */
public final class ItemEndpoints {
    private static final String UNKNOWN_ITEM = "unknown item";

    private final Items items;
    private final Ledger ledger;
    private final BearerAuthentication authentication;
    private final RandomSource random;

    public ItemEndpoints(Items items, Ledger ledger, BearerAuthentication authentication, RandomSource random) {
        this.items = items;
        this.ledger = ledger;
        this.authentication = authentication;
        this.random = random;
    }

    public Answer create(Request request) {
        Inventory inventory = inventory(request);
        ItemForm form = ItemForm.toCreate(request);
        Item item = new Item(
                random.uuid(),
                inventory,
                form.typeId(),
                form.folderId().orElse(Item.DEFAULT_FOLDER),
                form.paramsOrNone());
        items.add(item);
        return Answer.success(Json.object().put("item-id", item.id().toString()));
    }

    /** Lists a folder's items; without a folder all items and all products. */
    public Answer list(Request request) {
        Bodies.expectNone(request);
        Inventory inventory = inventory(request);
        Optional<String> folder = request.pathParameters().stream()
                .findFirst()
                .map(name -> ItemForm.checkedFolder("the folder's id", name));
        ObjectNode members = Json.object();
        ArrayNode rows = members.putArray("item-ids");
        items.in(inventory).stream()
                .filter(item -> folder.map(item.folderId()::equals).orElse(true))
                .forEach(item -> addRow(rows, item.typeId(), item.id(), item.folderId()));
        if (folder.isEmpty()) {
            ledger.products(inventory).keySet().stream()
                    .sorted()
                    .forEach(product -> addRow(rows, product, productId(inventory, product), Item.DEFAULT_FOLDER));
        }
        return Answer.success(members);
    }

    public Answer read(Request request) {
        Bodies.expectNone(request);
        Inventory inventory = inventory(request);
        Item item = items.find(pathId(request), inventory).orElseThrow(() -> new Refusal(UNKNOWN_ITEM));
        ObjectNode members = Json.object();
        members.set("item", item.params());
        return Answer.stored(members);
    }

    public Answer update(Request request) {
        Inventory inventory = inventory(request);
        ItemForm form = ItemForm.toUpdate(request);
        UUID id = form.itemId();
        JsonNode params = form.params();
        Optional<String> folder = form.folderId();
        return envelope(items.change(
                id, inventory, item -> item.withParams(params).withFolder(folder.orElse(item.folderId()))));
    }

    public Answer delete(Request request) {
        Bodies.expectNone(request);
        Inventory inventory = inventory(request);
        return envelope(items.delete(pathId(request), inventory));
    }

    private Inventory inventory(Request request) {
        Grant grant = authentication.grant(request, Scope.INVENTORY);
        return Inventory.ofUser(grant.applicationKey(), grant.userName());
    }

    private static UUID pathId(Request request) {
        return RequestMembers.uuid("the item's id", request.pathParameters().get(0));
    }

    /** Returns a product's id in the list of items. It is derived, and the same in every answer. */
    private static UUID productId(Inventory inventory, String product) {
        String text = inventory.applicationKey() + " " + inventory.userName() + " " + product;
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }

    private static void addRow(ArrayNode rows, String typeId, UUID id, String folderId) {
        rows.addArray().add(typeId).add(id.toString()).add(folderId);
    }

    private static Answer envelope(boolean known) {
        if (!known) {
            throw new Refusal(UNKNOWN_ITEM);
        }
        return Answer.success(Json.object());
    }
}
