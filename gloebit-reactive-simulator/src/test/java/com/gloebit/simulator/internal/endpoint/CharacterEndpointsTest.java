package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.internal.ledger.Characters;
import com.gloebit.simulator.internal.ledger.PlayerCharacter;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.RandomSource;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Listing, creating, replacing and deleting characters. */
class CharacterEndpointsTest extends SimulatorTest {
    private final String token = token();

    @Test
    void aCharacterIsCreatedAndListed() {
        JsonNode created = create(token, "Lovelace");

        assertThat(created.get("name").stringValue()).isEqualTo("Lovelace");
        JsonNode list = client.get("/get-characters", token).get("characters");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0)).isEqualTo(created);
        assertThat(simulator.characterProducts(id(created))).isEmpty();
        assertNoViolation();
    }

    @Test
    void listHasOnlyTheUsersCharactersOfTheApplication() {
        create(token, "Lovelace");
        create(simulator.issueToken(Fixture.KEY, "bob", "character"), "Builder");
        create(simulator.issueToken("other-key", "ada", "character"), "Elsewhere");

        assertThat(client.get("/get-characters", token).get("characters").findValuesAsString("name"))
                .containsExactly("Lovelace");
    }

    @Test
    void listIsInTheOrderOfCreation() {
        List<String> names = List.of("Zoe", "Ada", "Mia", "Eva", "Ida", "Lea");
        names.forEach(name -> create(token, name));

        assertThat(client.get("/get-characters", token).get("characters").findValuesAsString("name"))
                .containsExactlyElementsOf(names);
    }

    @Test
    void eachCharacterHasItsOwnInventory() {
        String first = id(create(token, "Lovelace")).toString();
        UUID second = id(create(token, "Byron"));

        assertSuccess(client.postJson(
                "/grant-character-product",
                token,
                Map.of("character_id", first, "product_name", "Torch ü/1", "count", 2)));

        assertThat(simulator.characterProducts(UUID.fromString(first))).containsEntry("Torch ü/1", 2);
        assertThat(simulator.characterProducts(second)).isEmpty();
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
    }

    @Test
    void deletedCharacterCannotBeReplaced() {
        Characters characters = new Characters(RandomSource.ofThread());
        PlayerCharacter character =
                characters.create(Fixture.KEY, "ada", "Lovelace", Json.object()).orElseThrow();
        characters.delete(character.id());

        assertThatThrownBy(() -> characters.replace(character)).isInstanceOf(Refusal.class);
        assertThat(characters.ids()).isEmpty();
    }

    @Test
    void nameIsUniqueInAnApplication() {
        create(token, "Lovelace");
        String bob = simulator.issueToken(Fixture.KEY, "bob", "character");

        assertRefused(client.postJson("/create-character", bob, Map.of("name", "Lovelace")), "character name is taken");
        create(simulator.issueToken("other-key", "bob", "character"), "Lovelace");
        assertNoViolation();
    }

    /** As text: numbers that a double or an int cannot hold, and a null, are still there digit by digit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,{\"b\":null,\"c\":[[]]}],\"d\":{}}",
                "12345678901234567890123456789012345678901234567890",
                "0.1234567890123456789012345678901234567890",
                "1.50",
                "1E+999999999",
                "-0.5",
                "null",
                "false",
                "\"ü \\\" \\\\ \\u0000\""
            })
    void unknownMembersAreStoredUnchanged(String value) {
        HttpResponse<String> created = post("/create-character", "{\"name\":\"Lovelace\",\"stored\":" + value + "}");

        assertThat(created.body()).contains("\"stored\":" + value + "}");
        assertThat(client.send(client.bearer("/get-characters", token).GET()).body())
                .contains("\"stored\":" + value + "}");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/update-character", "/update_character"})
    void updateReplacesAllMembers(String path) {
        JsonNode before = TestClient.json(post("/create-character", "{\"name\":\"Lovelace\",\"level\":1,\"hat\":2}"))
                .get("character");

        JsonNode after = client.postJson(path, token, Map.of("id", id(before).toString(), "name", "Byron", "level", 2))
                .get("character");

        assertThat(after.propertyNames()).containsExactlyInAnyOrder("id", "name", "level");
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("name").stringValue()).isEqualTo("Byron");
        assertThat(after.get("level").intValue()).isEqualTo(2);
        assertThat(client.get("/get-characters", token).get("characters").get(0))
                .isEqualTo(after);
        assertNoViolation();
    }

    @Test
    void updateMayKeepTheNameButNotTakeAnother() {
        String id = id(create(token, "Lovelace")).toString();
        create(token, "Byron");

        assertSuccess(client.postJson("/update-character", token, Map.of("id", id, "name", "Lovelace")));
        assertRefused(
                client.postJson("/update-character", token, Map.of("id", id, "name", "Byron")),
                "character name is taken");
        assertNoViolation();
    }

    @Test
    void updateIsRefusedIfEditingIsForbidden() {
        String id = id(create(token, "Lovelace")).toString();
        simulator.allowCharacterEditing(Fixture.KEY, false);

        assertRefused(
                client.postJson("/update-character", token, Map.of("id", id, "name", "Byron")),
                "the application does not allow editing of characters");

        simulator.allowCharacterEditing(Fixture.KEY, true);
        simulator.allowCharacterEditing("other-key", false);
        assertSuccess(client.postJson("/update-character", token, Map.of("id", id, "name", "Byron")));
    }

    @Test
    void deletedCharactersNameCanBeReused() {
        String id = id(create(token, "Lovelace")).toString();

        assertSuccess(client.postJson("/delete-character", token, Map.of("id", id)));

        assertThat(client.get("/get-characters", token).get("characters").size())
                .isZero();
        assertRefused(client.postJson("/delete-character", token, Map.of("id", id)), "unknown character");
        create(token, "Lovelace");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void deleteAcceptsThePythonClientsGet(String end) {
        String id = id(create(token, "Lovelace")).toString();

        assertSuccess(client.get("/delete-character/" + id + end, token));

        assertThat(client.get("/get-characters", token).get("characters").size())
                .isZero();
        assertNoViolation();
    }

    @Test
    void anotherUsersCharacterIsUnknown() {
        String id = simulator.createCharacter(Fixture.KEY, "bob", "Builder").toString();

        assertRefused(
                client.postJson("/update-character", token, Map.of("id", id, "name", "Mine")), "unknown character");
        assertRefused(client.postJson("/delete-character", token, Map.of("id", id)), "unknown character");
        assertRefused(client.get("/delete-character/" + id, token), "unknown character");
        assertThat(simulator.createCharacter("other-key", "bob", "Builder")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /create-character | {"name":"A","id":"0c8a4b0e-3f0c-4d53-8f6e-1d7f6f5f2a11"} | id is not allowed
                    /create-character | {"level":1}                                             | name is missing
                    /create-character | {"name":" "}                                            | name is blank
                    /create-character | {"name":1}                                              | name is not a text
                    /create-character | {"name":"A","b":{"c":1,"c":2}}                          | a duplicate member
                    /create-character | ["name"]                                                | not an object
                    /update-character | {"name":"A"}                                            | id is missing
                    /update-character | {"id":"17","name":"A"}                                  | id is not a UUID
                    /delete-character | {"id":"17"}                                             | id is not a UUID
                    /delete-character | {"id":"17","name":"A"}                                  | unknown member
                    /delete-character | {}                                                      | id is missing
                    """)
    void invalidBodyIsAViolation(String path, String body, String words) {
        assertThat(post(path, body).statusCode()).isEqualTo(400);
        assertThat(simulator.violations()).singleElement().asString().contains(words);
    }

    @Test
    void verbDeterminesTheNumberOfPathParameters() {
        String id = id(create(token, "Lovelace")).toString();

        client.get("/delete-character", token);
        client.postJson("/delete-character/" + id, token, Map.of("id", id));
        client.postForm("/create-character", token, Map.of("name", "Byron"));

        assertThat(simulator.violations()).hasSize(3);
        assertThat(client.get("/get-characters", token).get("characters").size())
                .isEqualTo(1);
    }

    private JsonNode create(String owner, String name) {
        JsonNode answer = client.postJson("/create-character", owner, Map.of("name", name));
        assertSuccess(answer);
        return answer.get("character");
    }

    private HttpResponse<String> post(String path, String body) {
        HttpRequest.Builder request = client.bearer(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return client.send(request);
    }

    private static UUID id(JsonNode character) {
        return UUID.fromString(character.get("id").stringValue());
    }

    private static void assertSuccess(JsonNode answer) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
    }

    private static void assertRefused(JsonNode answer, String reason) {
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
    }
}
