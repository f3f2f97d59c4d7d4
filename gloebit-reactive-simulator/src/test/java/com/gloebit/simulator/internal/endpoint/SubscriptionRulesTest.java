package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Subscriptions of different local ids, applications and users. */
class SubscriptionRulesTest extends SimulatorTest {
    private static final String CREATE = "/create-subscription";
    private static final String AUTHORIZE = "/create-subscription-authorization";
    private static final Pattern LOGIN = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");

    private final Browser browser = new Browser(client);
    private final String token = token();

    @Test
    void eachLocalIdHasItsOwnSubscriptionAndAuthorization() {
        UUID first = create(Map.of());
        UUID second = create(Map.of("local-id", "room-18"));
        assertThat(second).isNotEqualTo(first);
        UUID asked = id(client.postJson(AUTHORIZE, token, Fixture.authorization(first)));
        simulator.decideSubscription(asked, true);

        JsonNode other = client.postJson(AUTHORIZE, token, Fixture.authorization(second));

        assertThat(id(other)).isNotEqualTo(asked);
        assertThat(other.get("pending").booleanValue()).isTrue();
        assertThat(debit(second).get("status").stringValue()).isEqualTo("subscription-authorization-pending");
        assertThat(debit(first).get("success").booleanValue()).isTrue();
        assertNoViolation();
    }

    @Test
    void sameLocalIdWithAnotherNameIsRefused() {
        create(Map.of());
        Map<String, Object> renamed = Fixture.subscription();
        renamed.put("name", "Lease");

        JsonNode answer = client.postJson(CREATE, renamed);

        assertThat(answer.get("reason").stringValue())
                .isEqualTo("different subscription exists with this app-subscription-id");
        assertThat(answer.get("existing-subscription-additional_details").stringValue())
                .isEmpty();
        assertThat(answer.get("existing-subscription-ctime").longValue()).isGreaterThan(1_700_000_000);
    }

    @Test
    void disabledSubscriptionIsReportedAsDisabled() {
        simulator.enableSubscription(create(Map.of()), false);
        Map<String, Object> renamed = Fixture.subscription();
        renamed.put("name", "Lease");

        assertThat(client.postJson(CREATE, Fixture.subscription())
                        .get("enabled")
                        .booleanValue())
                .isFalse();
        assertThat(client.postJson(CREATE, renamed)
                        .get("existing-subscription-enabled")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void debitOfAnotherApplicationsSubscriptionIsRefused() {
        UUID elsewhere = create(
                Map.of("client_id", "other-key", "client_secret", "other-secret-0123", "application-key", "other-key"));
        Map<String, Object> ask = Fixture.authorization(elsewhere);
        ask.put("application-key", "other-key");
        String otherToken = simulator.issueToken("other-key", "ada", "transact");
        simulator.decideSubscription(id(client.postJson(AUTHORIZE, otherToken, ask)), true);

        assertThat(debit(elsewhere).get("status").stringValue()).isEqualTo("unknown-subscription");
        assertThat(simulator.ledger()).isEmpty();
        assertNoViolation();
    }

    @Test
    void anotherUsersLoginCannotDecide() {
        UUID subscription = create(Map.of());
        UUID asked = id(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)));
        Matcher bobs = LOGIN.matcher(
                browser.login(browser.openPath("/purchase"), "bob", "builder").body());
        assertThat(bobs.find()).isTrue();

        String page = client.send(client.request("/authorize-subscription/" + asked + "/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("decision=approve&login=" + bobs.group(1))))
                .body();

        assertThat(page).contains("That login is over");
        assertThat(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription))
                        .get("pending")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void pageRefusesTokenAndQuery() {
        String path = "/authorize-subscription/" + UUID.randomUUID() + "/";

        client.send(client.bearer(path, token).GET());
        client.send(client.request(path + "?extra=1").GET());

        assertThat(simulator.violations()).hasSize(2);
        assertThat(simulator.violations().get(0)).contains("bearer token");
        assertThat(simulator.violations().get(1)).contains("query");
    }

    private UUID create(Map<String, Object> changes) {
        Map<String, Object> body = Fixture.subscription();
        body.putAll(changes);
        return id(client.postJson(CREATE, body));
    }

    private JsonNode debit(UUID subscription) {
        Map<String, Object> body = Fixture.item("order-1", 5);
        body.put("automated-transaction", true);
        body.put("subscription-id", subscription.toString());
        return client.postJson("/transact", token, body);
    }

    private static UUID id(JsonNode answer) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
        return UUID.fromString(answer.get("id").stringValue());
    }
}
