package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.ledger.Characters;
import com.gloebit.simulator.internal.ledger.PlayerCharacter;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, creates, replaces and deletes characters. */
public final class CharacterEndpoints {
    private static final String NAME_TAKEN = "character name is taken";

    private final Registry registry;
    private final BearerAuthentication authentication;

    public CharacterEndpoints(Registry registry, BearerAuthentication authentication) {
        this.registry = registry;
        this.authentication = authentication;
    }

    public Answer list(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.CHARACTER);
        ObjectNode members = Json.object();
        ArrayNode list = members.putArray("characters");
        registry.characters().of(grant).forEach(character -> list.add(character.json()));
        return Answer.stored(members);
    }

    public Answer create(Request request) {
        Grant grant = authentication.grant(request, Scope.CHARACTER);
        RequestMembers members = body(request);
        if (members.has("id")) {
            throw new ContractViolation("id is not allowed when a character is created");
        }
        return registry.characters()
                .create(grant.applicationKey(), grant.userName(), name(members), further(members))
                .map(CharacterEndpoints::answer)
                .orElseThrow(() -> new Refusal(NAME_TAKEN));
    }

    public Answer update(Request request) {
        Grant grant = authentication.grant(request, Scope.CHARACTER);
        RequestMembers members = body(request);
        UUID id = id(members);
        String name = name(members);
        PlayerCharacter character = character(id, grant);
        if (!registry.characters().isEditingAllowed(grant.applicationKey())) {
            throw new Refusal("the application does not allow editing of characters");
        }
        return registry.characters()
                .replace(character.with(name, further(members)))
                .map(CharacterEndpoints::answer)
                .orElseThrow(() -> new Refusal(NAME_TAKEN));
    }

    public Answer delete(Request request) {
        Grant grant = authentication.grant(request, Scope.CHARACTER);
        UUID id = request.isPost() ? id(body(request).only(Set.of("id"))) : idOfPath(request);
        registry.characters().delete(character(id, grant).id());
        return Answer.success(Json.object());
    }

    /** Reads the id from the path, as the Python client sends it. */
    private static UUID idOfPath(Request request) {
        Bodies.expectNone(request);
        return RequestMembers.uuid(
                "the character's id", request.pathParameters().get(0));
    }

    private static RequestMembers body(Request request) {
        Bodies.expectNoQuery(request);
        return RequestMembers.ofJson(request);
    }

    private static UUID id(RequestMembers members) {
        return RequestMembers.uuid("id", members.text("id"));
    }

    private static String name(RequestMembers members) {
        String name = members.text("name");
        if (name.isBlank()) {
            throw new ContractViolation("name is blank");
        }
        return name;
    }

    private static ObjectNode further(RequestMembers members) {
        return members.without(Set.of("id", "name"));
    }

    private PlayerCharacter character(UUID id, Grant grant) {
        return registry.findCharacter(id, grant).orElseThrow(() -> new Refusal(Characters.UNKNOWN));
    }

    private static Answer answer(PlayerCharacter character) {
        ObjectNode members = Json.object();
        members.set("character", character.json());
        return Answer.stored(members);
    }
}
