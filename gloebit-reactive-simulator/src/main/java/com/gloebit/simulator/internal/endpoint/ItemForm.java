package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The members of a request about an item. The Haxe client is older than the documentation: its members have other
 * names, it sends no content type, it updates by POST, and its params are a text.
 *
 * @param id the name of the member with the item's id or type
 * @param folder the name of the member with the folder's id
 */
record ItemForm(RequestMembers members, String id, String folder, boolean haxe) {
    private static final int MAX_FOLDER_LENGTH = 36;
    private static final String PARAMS = "params";

    ItemForm {
        members.only(Set.of(id, folder, PARAMS));
    }

    static ItemForm toCreate(Request request) {
        Bodies.expectNoQuery(request);
        return request.isUnlabelledJson()
                ? ofHaxe(request, "type_id")
                : new ItemForm(RequestMembers.ofJson(request), "type-id", "folder-id", false);
    }

    static ItemForm toUpdate(Request request) {
        Bodies.expectNoQuery(request);
        if (!request.isPost()) {
            return new ItemForm(RequestMembers.ofJson(request), "item_id", "folder_id", false);
        }
        if (!request.isUnlabelledJson()) {
            throw new ContractViolation("the verb is POST; allowed is PUT");
        }
        return ofHaxe(request, "id");
    }

    private static ItemForm ofHaxe(Request request, String id) {
        return new ItemForm(RequestMembers.ofJson(request.body()), id, "folder_id", true);
    }

    String typeId() {
        String text = members.text(id);
        if (text.isBlank()) {
            throw new ContractViolation(id + " is blank");
        }
        return text;
    }

    UUID itemId() {
        return RequestMembers.uuid(id, members.text(id));
    }

    Optional<String> folderId() {
        return members.optionalText(folder).map(text -> checkedFolder(folder, text));
    }

    JsonNode params() {
        return haxe ? StringNode.valueOf(members.text(PARAMS)) : members.object(PARAMS);
    }

    JsonNode paramsOrNone() {
        return members.has(PARAMS) ? params() : Json.object();
    }

    static String checkedFolder(String name, String text) {
        if (text.isEmpty() || text.length() > MAX_FOLDER_LENGTH) {
            throw new ContractViolation(name + " does not have 1 to 36 characters");
        }
        return text;
    }
}
