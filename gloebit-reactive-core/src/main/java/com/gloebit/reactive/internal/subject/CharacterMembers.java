package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON members of a character: its id, its name, and the members that the application stored. */
public final class CharacterMembers {
    private CharacterMembers() {}

    public static List<StoredCharacter> readAll(JsonObject body) {
        return body.objects("characters").stream().map(CharacterMembers::read).toList();
    }

    public static StoredCharacter readOne(JsonObject body) {
        return read(body.object("character"));
    }

    private static StoredCharacter read(JsonObject character) {
        Map<String, @Nullable Object> further = new LinkedHashMap<>(character.members());
        further.remove("id");
        further.remove("name");
        return new StoredCharacter(character.uuid("id"), character.text("name"), further);
    }

    public static void write(CharacterDraft draft, JsonWriter json) {
        json.text("name", draft.name()).members(draft.members());
    }

    public static void write(StoredCharacter character, JsonWriter json) {
        json.text("id", character.id().toString())
                .text("name", character.name())
                .members(character.members());
    }

    public static void writeId(UUID id, JsonWriter json) {
        json.text("id", id.toString());
    }
}
