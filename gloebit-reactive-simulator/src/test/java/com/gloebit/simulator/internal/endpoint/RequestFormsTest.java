package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content types that each endpoint accepts, and paths with a trailing slash. */
class RequestFormsTest extends SimulatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String COMMON = "'version': 1, 'application-key': 'demo-key', 'request-created': 1700000000,"
            + " 'username-on-application': '', 'transaction-id': 'order-1', ";
    private static final String ITEM = COMMON + "'asset-code': 'a b', 'asset-quantity': 1, 'gloebit-balance-change': 5";
    private static final String PRODUCT = COMMON + "'product': 'Sword', 'product-quantity': 1, 'character-id': 'ADA'";
    private static final String SELLER = ", 'seller-name-on-application': 'Bob', 'seller-id-on-application': '17',"
            + " 'seller-id-from-gloebit': 'BOB'";
    private static final String COUNT = "'product_name': 'Torch ü/1', 'count': 1";
    private static final String CHARACTER_COUNT = "'character_id': 'ADA', " + COUNT;
    private static final String SUBSCRIPTION = "'client_id': 'demo-key', 'client_secret': 'demo-secret-0123',"
            + " 'application-key': 'demo-key', 'local-id': 'room-18', 'name': 'Rent', 'description': 'A room'";

    private static final List<Endpoint> ENDPOINTS = List.of(
            Endpoint.both("/transact", ITEM),
            Endpoint.both("/transact", PRODUCT),
            Endpoint.both("/v2/transact", ITEM),
            Endpoint.both("/v2/transact", PRODUCT),
            Endpoint.json("/transact-u2u", ITEM + SELLER),
            Endpoint.both("/grant-user-product", COUNT),
            Endpoint.both("/consume-user-product", COUNT),
            Endpoint.both("/set-user-product-count", COUNT),
            Endpoint.both("/grant-character-product", CHARACTER_COUNT),
            Endpoint.both("/consume-character-product", CHARACTER_COUNT),
            Endpoint.both("/set-character-product-count", CHARACTER_COUNT),
            Endpoint.both("/get-character-products", "'character_id': 'ADA'"),
            Endpoint.json("/create-character", "'name': 'Byron'"),
            Endpoint.json("/update-character", "'id': 'ADA', 'name': 'Byron'"),
            Endpoint.json("/update_character", "'id': 'ADA', 'name': 'Byron'"),
            Endpoint.json("/delete-character", "'id': 'ADA'"),
            Endpoint.json("/new-inventory-item", "'type-id': 'hat'"),
            Endpoint.json("/create-subscription", SUBSCRIPTION),
            Endpoint.json(
                    "/create-subscription-authorization",
                    "'application-key': 'demo-key', 'request-created': 1, 'username-on-application': '',"
                            + " 'user-id-on-application': '1', 'subscription-id': 'RENT'"));

    /** What the older clients read by POST, with a body that means nothing. */
    static final List<String> READ = List.of("/no-op", "/user", "/id", "/balance", "/get-user-products");

    private final String token = token();
    private final String character =
            simulator.createCharacter(Fixture.KEY, "ada", "Lovelace").toString();
    private final String rent = client.postJson("/create-subscription", Fixture.subscription())
            .get("id")
            .stringValue();

    /** How members are written. */
    private enum Form {
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        String text(JsonNode members) {
            if (this == JSON) {
                return members.toString();
            }
            Map<String, String> texts = new LinkedHashMap<>();
            members.properties()
                    .forEach(member ->
                            texts.put(member.getKey(), member.getValue().asString()));
            return TestClient.form(texts);
        }
    }

    /** A request that succeeds in the forms allowed. */
    private record Endpoint(String path, String members, List<Form> allowed) {
        static Endpoint both(String path, String members) {
            return new Endpoint(path, members, List.of(Form.JSON, Form.FORM));
        }

        static Endpoint json(String path, String members) {
            return new Endpoint(path, members, List.of(Form.JSON));
        }
    }

    static Stream<Arguments> allowed() {
        return combinations(true);
    }

    static Stream<Arguments> notAllowed() {
        return combinations(false);
    }

    private static Stream<Arguments> combinations(boolean allowed) {
        return ENDPOINTS.stream()
                .flatMap(endpoint -> Stream.of(Form.values())
                        .filter(form -> endpoint.allowed().contains(form) == allowed)
                        .flatMap(form -> Stream.of("", "/")
                                .map(end -> Arguments.of(endpoint.path() + end, form, endpoint.members()))));
    }

    @BeforeEach
    void createOwnedObjects() {
        client.postJson("/grant-user-product", token, Map.of("product_name", "Torch ü/1", "count", 2));
        client.postJson(
                "/grant-character-product",
                token,
                Map.of("character_id", character, "product_name", "Torch ü/1", "count", 2));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void contentTypeOfTheContractIsAccepted(String path, Form form, String members) {
        HttpResponse<String> answer = send(path, form, members);

        assertThat(answer.body()).startsWith("{\"success\":true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertNoViolation();
    }

    @ParameterizedTest
    @MethodSource("notAllowed")
    void otherContentTypeIsAViolation(String path, Form form, String members) {
        assertThat(send(path, form, members).statusCode()).isEqualTo(400);

        assertThat(simulator.violations()).singleElement().asString().contains("content type");
    }

    @Test
    void tokenExchangeAcceptsOnlyAForm() {
        client.postJson("/oauth2/access-token", Map.of("grant_type", "authorization_code", "code", "1"));

        assertThat(simulator.violations())
                .containsExactly("/oauth2/access-token: the content type is not application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @FieldSource("READ")
    void readsAcceptGetAndPost(String path) {
        for (String end : List.of("", "/")) {
            String got = client.send(client.bearer(path + end, token).GET()).body();

            assertThat(got).startsWith("{\"success\":true");
            assertThat(client.send(client.bearer(path + end, token).POST(BodyPublishers.ofString("ignore")))
                            .body())
                    .isEqualTo(got);
            assertThat(client.send(client.bearer(path + end, token).POST(BodyPublishers.noBody()))
                            .body())
                    .isEqualTo(got);
        }
        assertNoViolation();
    }

    /** Wherever it leads: no route may be lost by a slash, nor be another one's. */
    @Test
    void everyRouteAcceptsATrailingSlash() {
        for (String route : simulator.routes()) {
            String verb = route.substring(0, route.indexOf(' '));
            String path = route.substring(verb.length() + 1);
            String named = path.replace("/*", "");
            if (named.equals("/")) {
                continue;
            }
            long before = simulator.requestCount(named);

            client.send(client.request(path.replace("*", "1") + "/").method(verb, BodyPublishers.noBody()));

            assertThat(simulator.requestCount(named)).as(route).isEqualTo(before + 1);
        }
        assertThat(simulator.violations()).isNotEmpty().noneMatch(text -> text.contains("no such endpoint"));
    }

    private HttpResponse<String> send(String path, Form form, String members) {
        JsonNode body = MAPPER.readTree(("{" + members.replace('\'', '"') + "}")
                .replace("ADA", character)
                .replace("BOB", simulator.accountId("bob").toString())
                .replace("RENT", rent));
        HttpRequest.Builder request = path.startsWith("/create-subscription") && !path.contains("authorization")
                ? client.request(path)
                : client.bearer(path, token);
        return client.send(
                request.header("Content-Type", form.mediaType).POST(BodyPublishers.ofString(form.text(body))));
    }
}
