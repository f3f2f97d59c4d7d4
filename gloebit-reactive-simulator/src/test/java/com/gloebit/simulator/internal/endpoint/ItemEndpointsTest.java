package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.ledger.Item;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Creating, listing, reading, changing and deleting items. */
class ItemEndpointsTest extends SimulatorTest {
    private static final String DEFAULT_FOLDER = "00000000-0000-0000-0000-000000000000";

    private final String token = token();

    @Test
    void anItemIsCreatedReadAndDeleted() {
        String id = create("{\"type-id\":\"hat\",\"params\":{\"size\":1.50,\"dents\":[{\"at\":null}]}}");

        assertThat(client.send(client.bearer("/get-inventory-item/" + id, token).GET())
                        .body())
                .isEqualTo("{\"success\":true,\"item\":{\"size\":1.50,\"dents\":[{\"at\":null}]}}");

        assertSuccess(delete(id));
        assertRefused(client.get("/get-inventory-item/" + id, token), "unknown item");
        assertRefused(delete(id), "unknown item");
        assertNoViolation();
    }

    @Test
    void itemWithoutParamsHasEmptyParams() {
        String id = create("{\"type-id\":\"hat\"}");

        assertThat(client.get("/get-inventory-item/" + id, token).get("item").size())
                .isZero();
        assertNoViolation();
    }

    @Test
    void listOfAFolderHasItsItems() {
        String hat = create("{\"type-id\":\"hat\",\"folder-id\":\"a/b ü\"}");
        String cap = create("{\"type-id\":\"cap\"}");

        assertThat(rows("/get-inventory-item-ids/a%2Fb%20%C3%BC")).containsExactly(List.of("hat", hat, "a/b ü"));
        assertThat(rows("/get-inventory-item-ids/" + DEFAULT_FOLDER))
                .containsExactly(List.of("cap", cap, DEFAULT_FOLDER));
        assertThat(rows("/get-inventory-item-ids/nowhere")).isEmpty();
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/get-inventory-item-ids", "/get-inventory-item-ids/"})
    void listWithoutAFolderHasAllItemsAndProducts(String path) {
        String hat = create("{\"type-id\":\"hat\",\"folder-id\":\"wardrobe\"}");
        String cap = create("{\"type-id\":\"cap\"}");
        client.postJson("/transact", token, Fixture.product("order-1", "Sword", 2));

        List<List<String>> rows = rows(path);

        assertThat(rows)
                .startsWith(List.of("hat", hat, "wardrobe"), List.of("cap", cap, DEFAULT_FOLDER))
                .hasSize(3);
        assertThat(rows.get(2)).startsWith("Sword").endsWith(DEFAULT_FOLDER);
        assertThat(UUID.fromString(rows.get(2).get(1))).isNotNull();
        assertThat(rows(path)).isEqualTo(rows);
        assertNoViolation();
    }

    @Test
    void listSortsItemsByCreationAndProductsByName() {
        List<String> types = List.of("z", "b", "q", "a", "m", "c");
        types.forEach(type -> create("{\"type-id\":\"" + type + "\"}"));
        List<String> products = List.of("Torch ü/1", "Sword", "a/b 50% ü ..+");
        products.forEach(product -> client.postJson("/transact", token, Fixture.product(product, product, 1)));

        assertThat(rows("/get-inventory-item-ids"))
                .extracting(row -> row.get(0))
                .containsExactly("z", "b", "q", "a", "m", "c", "Sword", "Torch ü/1", "a/b 50% ü ..+");
        assertThat(rows("/get-inventory-item-ids/" + DEFAULT_FOLDER)).hasSize(6);
    }

    @Test
    void productIdDependsOnTheUser() {
        String other = simulator.issueToken(Fixture.KEY, "bob", "inventory transact");
        client.postJson("/transact", token, Fixture.product("order-1", "Torch ü/1", 1));
        client.postJson("/transact", other, Fixture.product("order-2", "Torch ü/1", 1));

        String bobs = client.get("/get-inventory-item-ids", other)
                .get("item-ids")
                .get(0)
                .get(1)
                .stringValue();
        assertThat(rows("/get-inventory-item-ids").get(0).get(1)).isNotEqualTo(bobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "1E+999999999", "1.50", "null", "{\"a\":[]}"})
    void paramsAreStoredUnchanged(String value) {
        String id = create("{\"type-id\":\"hat\",\"params\":{\"stored\":" + value + "}}");

        assertThat(client.send(client.bearer("/get-inventory-item/" + id, token).GET())
                        .body())
                .isEqualTo("{\"success\":true,\"item\":{\"stored\":" + value + "}}");
    }

    @Test
    void withParamsLeavesTheOriginalUnchanged() {
        Item before = new Item(
                UUID.randomUUID(), Inventory.ofUser(Fixture.KEY, "ada"), "hat", Item.DEFAULT_FOLDER, Json.object());

        assertThat(before.withParams(Json.object().put("a", 1)).params().size()).isEqualTo(1);
        assertThat(before.params().size()).isZero();
    }

    @Test
    void folderIdOfWrongLengthIsAViolation() {
        assertViolates(
                client.send(client.bearer("/get-inventory-item-ids/" + "f".repeat(37), token)
                        .GET()),
                "1 to 36 characters");
    }

    @Test
    void updateMergesParamsAndMovesTheItemOnlyIfAFolderIsGiven() {
        String id = create("{\"type-id\":\"hat\",\"folder-id\":\"here\",\"params\":{\"a\":1,\"b\":{\"c\":1}}}");

        assertSuccess(update("{\"item_id\":\"" + id + "\",\"params\":{\"b\":{\"d\":2},\"e\":null}}"));
        assertThat(client.get("/get-inventory-item/" + id, token).get("item").toString())
                .isEqualTo("{\"a\":1,\"b\":{\"d\":2},\"e\":null}");
        assertThat(rows("/get-inventory-item-ids/here")).hasSize(1);

        assertSuccess(update("{\"item_id\":\"" + id + "\",\"params\":{},\"folder_id\":\"there\"}"));
        assertThat(client.get("/get-inventory-item/" + id, token).get("item").size())
                .isEqualTo(3);
        assertThat(rows("/get-inventory-item-ids/here")).isEmpty();
        assertThat(rows("/get-inventory-item-ids/there")).containsExactly(List.of("hat", id, "there"));
        assertNoViolation();
    }

    @Test
    void anotherUsersOrApplicationsItemIsUnknown() {
        String id = create("{\"type-id\":\"hat\"}");
        for (String other : List.of(
                simulator.issueToken(Fixture.KEY, "bob", "inventory"),
                simulator.issueToken("other-key", "ada", "inventory"))) {
            assertRefused(client.get("/get-inventory-item/" + id, other), "unknown item");
            assertThat(client.get("/get-inventory-item-ids/", other)
                            .get("item-ids")
                            .size())
                    .isZero();
            assertRefused(
                    TestClient.json(client.send(
                            client.bearer("/delete-inventory-item/" + id, other).POST(BodyPublishers.noBody()))),
                    "unknown item");
        }
        assertSuccess(client.get("/get-inventory-item/" + id, token));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                          | type-id is missing
                    {"type-id":" "}                                                             | type-id is blank
                    {"type-id":"hat","params":[1]}                                              | params is not an object
                    {"type-id":"hat","folder-id":"1234567890123456789012345678901234567"}       | 1 to 36 characters
                    {"type-id":"hat","folder-id":""}                                            | 1 to 36 characters
                    {"type_id":"hat"}                                                           | unknown member
                    """)
    void invalidNewItemIsAViolation(String body, String words) {
        assertViolates(post("/new-inventory-item", body), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"item_id":"0c8a4b0e-3f0c-4d53-8f6e-1d7f6f5f2a11"}                          | params is missing
                    {"item_id":"17","params":{}}                                                | not a UUID
                    {"params":{}}                                                               | item_id is missing
                    {"item_id":"0c8a4b0e-3f0c-4d53-8f6e-1d7f6f5f2a11","params":{},"folder-id":"a"} | unknown member
                    """)
    void invalidUpdateIsAViolation(String body, String words) {
        assertViolates(put(body), words);
    }

    @Test
    void textOfTheHaxeClientIsStoredAndReplaced() {
        String id = TestClient.json(client.send(client.bearer("/new-inventory-item", token)
                        .POST(BodyPublishers.ofString("{\"type_id\":\"name\",\"params\":\"Ada\"}"))))
                .get("item-id")
                .stringValue();

        assertThat(client.get("/get-inventory-item/" + id, token).get("item").stringValue())
                .isEqualTo("Ada");
        client.send(client.bearer("/update-inventory-item", token)
                .POST(BodyPublishers.ofString("{\"id\":\"" + id + "\",\"params\":\"Byron\"}")));
        assertThat(client.get("/get-inventory-item/" + id, token).get("item").stringValue())
                .isEqualTo("Byron");
        assertNoViolation();
    }

    @Test
    void onlyUpdateAcceptsPut() {
        assertViolates(post("/update-inventory-item", "{}"), "the verb");
        assertThat(client.send(client.bearer("/delete-inventory-item/" + TestClient.randomId(), token)
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    private String create(String body) {
        JsonNode answer = TestClient.json(post("/new-inventory-item", body));
        assertSuccess(answer);
        return answer.get("item-id").stringValue();
    }

    private JsonNode update(String body) {
        return TestClient.json(put(body));
    }

    private JsonNode delete(String id) {
        return TestClient.json(
                client.send(client.bearer("/delete-inventory-item/" + id, token).POST(BodyPublishers.noBody())));
    }

    private HttpResponse<String> post(String path, String body) {
        return client.send(client.bearer(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String body) {
        return client.send(client.bearer("/update-inventory-item", token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private List<List<String>> rows(String path) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : client.get(path, token).get("item-ids")) {
            rows.add(List.of(
                    row.get(0).stringValue(),
                    row.get(1).stringValue(),
                    row.get(2).stringValue()));
        }
        return rows;
    }

    private void assertViolates(HttpResponse<String> response, String words) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(simulator.violations()).singleElement().asString().contains(words);
    }

    private static void assertSuccess(JsonNode answer) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
    }

    private static void assertRefused(JsonNode answer, String reason) {
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
    }
}
