package com.gloebit.reactive.character;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A character with the members that the application stored.
 *
 * @param id Gloebit's id of the character
 * @param name unique in the application; a name from Gloebit may be any text, but only names of 1 to 255 characters can
 *     be stored
 * @param members the further members that the application stored: text, numbers, {@code Boolean}, null, lists and maps
 *     of these. Numbers are exact ({@code BigDecimal}), and an update after a read loses nothing. Text from Gloebit
 *     with half a surrogate pair is preserved, but cannot be stored again
 */
public record StoredCharacter(UUID id, String name, Map<String, @Nullable Object> members) {
    private static final int MAX_NAME = 255;

    public StoredCharacter {
        Arguments.required("id", id);
        Arguments.required("name", name);
        members = Arguments.characterMembers(members);
    }

    /**
     * Creates a character that can be stored.
     *
     * @param id Gloebit's id of the character
     * @param name unique in the application, 1 to 255 characters
     * @param members further members to store: text, numbers, {@code Boolean}, null, lists and maps of these; neither
     *     {@code id} nor {@code name}
     * @return the character
     */
    public static StoredCharacter of(UUID id, String name, Map<String, ? extends @Nullable Object> members) {
        return new StoredCharacter(id, Arguments.characterName("name", name), Arguments.characterMembers(members));
    }

    /**
     * Returns a copy with another name.
     *
     * @param name 1 to 255 characters
     * @return a copy
     */
    public StoredCharacter withName(String name) {
        return new StoredCharacter(id, Arguments.characterName("name", name), members);
    }

    /**
     * Returns a copy in which one member is added or replaced.
     *
     * @param member the name of the member, 1 to 255 characters
     * @param value text, a number, a {@code Boolean}, null, a list or a map
     * @return a copy
     */
    public StoredCharacter withMember(String member, @Nullable Object value) {
        Arguments.members("members", Collections.singletonMap(member, value));
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(Arguments.text("member", member, MAX_NAME), value);
        return new StoredCharacter(id, name, changed);
    }

    /** Contains only the id: the application's text may be user data. */
    @Override
    public String toString() {
        return "StoredCharacter[" + id + "]";
    }
}
