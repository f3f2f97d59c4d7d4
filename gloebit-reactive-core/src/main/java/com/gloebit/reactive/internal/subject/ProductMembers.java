package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.inventory.ProductCount;
import java.util.List;
import java.util.UUID;

/** The JSON members of products. A product name may be any text, so it is sent in the body and never in a path. */
public final class ProductMembers {
    private ProductMembers() {}

    public static List<ProductCount> readAll(JsonObject body) {
        return body.wholes("products").entrySet().stream()
                .map(product -> new ProductCount(product.getKey(), product.getValue()))
                .toList();
    }

    public static long readCount(JsonObject body) {
        return body.whole("product-count");
    }

    public static void write(ProductChange change, JsonWriter json) {
        UUID character = change.character();
        json.textIfPresent("character_id", character == null ? null : character.toString())
                .text("product_name", change.product())
                .whole("count", change.count());
    }
}
