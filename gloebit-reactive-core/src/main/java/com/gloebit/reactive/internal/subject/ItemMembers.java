package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import java.util.List;

/** The JSON members of an item. The service mixes hyphens and underscores in their names. */
public final class ItemMembers {
    private ItemMembers() {}

    public static List<ItemReference> readIds(JsonObject body) {
        return body.rows("item-ids").stream().map(ItemMembers::reference).toList();
    }

    private static ItemReference reference(List<String> row) {
        if (row.size() < 3) {
            throw new MalformedJsonException("an item id of fewer than three parts");
        }
        return new ItemReference(row.get(0), row.get(1), row.get(2));
    }

    public static void write(NewItem item, JsonWriter json) {
        json.text("type-id", item.typeId()).textIfPresent("folder-id", item.folderId());
        if (!item.params().isEmpty()) {
            json.object("params", item.params());
        }
    }

    public static void write(ItemChange change, JsonWriter json) {
        json.text("item_id", change.id().toString())
                .object("params", change.params())
                .textIfPresent("folder_id", change.folderId());
    }
}
