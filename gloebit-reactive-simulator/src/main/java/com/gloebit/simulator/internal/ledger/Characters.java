package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.wire.RandomSource;
import com.gloebit.simulator.internal.wire.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The characters of all applications. Names are unique within an application. */
public final class Characters {
    public static final String UNKNOWN = "unknown character";

    private final RandomSource random;
    private final Map<UUID, PlayerCharacter> characters = new LinkedHashMap<>();
    private final Set<String> applicationsWithoutEditing = new TreeSet<>();

    public Characters(RandomSource random) {
        this.random = random;
    }

    /**
     * Creates a character.
     *
     * @return empty if the application has the name already
     */
    public synchronized Optional<PlayerCharacter> create(
            String applicationKey, String userName, String name, ObjectNode further) {
        PlayerCharacter created = new PlayerCharacter(random.uuid(), applicationKey, userName, name, further);
        return store(created);
    }

    /**
     * Replaces a character by one with the same id.
     *
     * @return empty if another character has the name
     */
    public synchronized Optional<PlayerCharacter> replace(PlayerCharacter character) {
        if (!characters.containsKey(character.id())) {
            throw new Refusal(UNKNOWN);
        }
        return store(character);
    }

    public synchronized void delete(UUID id) {
        characters.remove(id);
    }

    synchronized Optional<PlayerCharacter> find(UUID id) {
        return Optional.ofNullable(characters.get(id));
    }

    /** The user's characters in one application, in the order of their creation. */
    public synchronized List<PlayerCharacter> of(Grant owner) {
        return characters.values().stream()
                .filter(character -> character.belongsTo(owner))
                .toList();
    }

    public synchronized List<UUID> ids() {
        return new ArrayList<>(characters.keySet());
    }

    public synchronized void allowEditing(String applicationKey, boolean allowed) {
        if (allowed) {
            applicationsWithoutEditing.remove(applicationKey);
        } else {
            applicationsWithoutEditing.add(applicationKey);
        }
    }

    public synchronized boolean isEditingAllowed(String applicationKey) {
        return !applicationsWithoutEditing.contains(applicationKey);
    }

    private Optional<PlayerCharacter> store(PlayerCharacter character) {
        if (characters.values().stream().anyMatch(character::hasNameOf)) {
            return Optional.empty();
        }
        characters.put(character.id(), character);
        return Optional.of(character);
    }
}
