package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.PublishedClientRequest.BodyType;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** Each {@link PublishedClientRequest} is accepted without a violation. */
class PublishedClientsTest extends SimulatorTest {
    private final String token = token();
    private Map<String, String> names = Map.of();

    PublishedClientsTest() {
        super(Fixture.builder()
                .product(Product.of("Torch", new BigDecimal("2")).withGrantable(true))
                .callbacks(CallbackBehaviour.manual()));
    }

    /** Creates the objects that the requests name, and fills in their ids. */
    @BeforeEach
    void createOwnedObjects() {
        String character =
                simulator.createCharacter(Fixture.KEY, "ada", "Lovelace").toString();
        Map<String, Object> torch = Map.of("product_name", "Torch", "count", 1, "character_id", character);
        client.postJson("/grant-character-product", token, torch);
        client.postJson("/grant-user-product", token, Map.of("product_name", "Torch", "count", 1));
        UUID rent = id(client.postJson("/create-subscription", Fixture.subscription()), "id");
        UUID asked =
                id(client.postJson("/create-subscription-authorization", token, Fixture.authorization(rent)), "id");
        simulator.decideSubscription(asked, true);
        UUID item = id(client.postJson("/new-inventory-item", token, Map.of("type-id", "name")), "item-id");
        names = Map.of(
                "CHARACTER", character,
                "RENT", rent.toString(),
                "ASKED", asked.toString(),
                "ITEM", item.toString(),
                "BOB", simulator.accountId("bob").toString(),
                "APP-ADA", new Account("ada", "lovelace").idFor(Fixture.KEY).toString());
    }

    @ParameterizedTest
    @FieldSource("com.gloebit.simulator.PublishedClientRequests#ALL")
    void requestOfAPublishedClientIsAccepted(PublishedClientRequest sent) {
        HttpRequest.Builder request = request(sent);
        long before = simulator.requestCount(sent.endpoint());

        HttpResponse<String> answer = client.send(request);

        assertThat(answer.body()).contains(sent.answer());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(simulator.requestCount(sent.endpoint())).isEqualTo(before + 1);
        assertThat(simulator.ledger()).hasSize(sent.path().contains("transact") ? 1 : 0);
        assertNoViolation();
    }

    private HttpRequest.Builder request(PublishedClientRequest sent) {
        HttpRequest.Builder request = sent.bearer()
                ? client.bearer(sent.path() + named(sent.more()), token)
                : client.request(sent.path() + named(sent.more()));
        if (sent.type() != BodyType.NONE) {
            request.header("Content-Type", sent.type().mediaType());
        }
        if (sent.type() == BodyType.FORM_AND_BASIC) {
            request.header("Authorization", "Basic ZGVtby1rZXk6ZGVtby1zZWNyZXQtMDEyMw==");
        }
        // .NET sends Expect: 100-continue.
        return request.expectContinue(sent.source().equals(PublishedClientRequests.OPENSIM)
                        && sent.verb().equals("POST"))
                .method(
                        sent.verb(),
                        sent.verb().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(named(sent.body())));
    }

    private String named(String text) {
        String named = text.startsWith("{") ? text.replace('\'', '"') : text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named.contains("CODE") ? named.replace("CODE", code()) : named;
    }

    private String code() {
        Map<String, String> query = Map.of(
                "client_id",
                Fixture.KEY,
                "scope",
                "user balance",
                "redirect_uri",
                Fixture.REDIRECT,
                "response_type",
                "code");
        return Browser.parameter(new Browser(client).approve(query, "ada", "lovelace"), "code");
    }

    private static UUID id(JsonNode answer, String member) {
        return UUID.fromString(answer.get(member).stringValue());
    }
}
