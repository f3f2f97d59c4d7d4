package com.gloebit.reactive.character;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A character as the application stored it.
 *
 * @param id Gloebit's id of the character
 * @param name unique in the application: whatever Gloebit has, but only 1 to 255 characters can be stored
 * @param members whatever else the application stored: text, numbers, {@code Boolean}, null, lists and maps of these.
 *     Numbers are kept as {@code BigDecimal}, exact; nothing is lost between reading and updating. Text that Gloebit has
 *     with half a surrogate pair is kept, too, but cannot be stored again
 */
public record StoredCharacter(UUID id, String name, Map<String, @Nullable Object> members) {
    private static final int MAX_NAME = 255;

    public StoredCharacter {
        Arguments.required("id", id);
        Arguments.required("name", name);
        members = Arguments.characterMembers(members);
    }

    /**
     * A character with what is to be stored of it.
     *
     * @param id Gloebit's id of the character
     * @param name unique in the application, 1 to 255 characters
     * @param members what else to store: text, numbers, {@code Boolean}, null, lists and maps of these; neither
     *     {@code id} nor {@code name}
     * @return the character
     */
    public static StoredCharacter of(UUID id, String name, Map<String, ? extends @Nullable Object> members) {
        return new StoredCharacter(id, Arguments.characterName("name", name), Arguments.characterMembers(members));
    }

    /**
     * With another name.
     *
     * @param name 1 to 255 characters
     * @return a copy
     */
    public StoredCharacter withName(String name) {
        return new StoredCharacter(id, Arguments.characterName("name", name), members);
    }

    /**
     * With one member more, or another value of it.
     *
     * @param member its name
     * @param value text, a number, a {@code Boolean}, null, a list or a map
     * @return a copy
     */
    public StoredCharacter withMember(String member, @Nullable Object value) {
        Arguments.members("members", Collections.singletonMap(member, value));
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(Arguments.text("member", member, MAX_NAME), value);
        return new StoredCharacter(id, name, changed);
    }

    /** Leaves out what the application stored. */
    @Override
    public String toString() {
        return "StoredCharacter[" + id + "]";
    }
}
