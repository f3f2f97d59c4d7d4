package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Creating subscriptions, authorizing them in the browser, and debits. */
class SubscriptionTest extends SimulatorTest {
    private static final String CREATE = "/create-subscription";
    private static final String AUTHORIZE = "/create-subscription-authorization";

    private final Browser browser = new Browser(client);
    private final String token = token();

    @Test
    void aSubscriptionIsCreatedOnce() {
        JsonNode created = client.postJson(CREATE, Fixture.subscription());
        JsonNode again = client.postJson(CREATE, Fixture.subscription());

        assertThat(created.get("success").booleanValue()).as(created.toString()).isTrue();
        assertThat(created.get("enabled").booleanValue()).isTrue();
        assertThat(created.has("status")).isFalse();
        assertThat(again.get("id")).isEqualTo(created.get("id"));
        assertThat(again.get("status").stringValue()).isEqualTo("duplicate");
        assertNoViolation();
    }

    @Test
    void differentSubscriptionWithTheLocalIdIsReported() {
        JsonNode created = client.postJson(CREATE, Fixture.subscription());
        Map<String, Object> other = Fixture.subscription();
        other.put("description", "Something else");

        JsonNode answer = client.postJson(CREATE, other);

        assertRefused(answer, "", "different subscription exists with this app-subscription-id");
        assertThat(answer.get("existing-subscription-id")).isEqualTo(created.get("id"));
        assertThat(answer.get("existing-subscription-name").stringValue()).isEqualTo("Rent");
        assertThat(answer.get("existing-subscription-description").stringValue())
                .isEqualTo("A room");
        assertThat(answer.get("existing-subscription-enabled").booleanValue()).isTrue();
        assertThat(answer.has("existing-subscription-ctime")).isTrue();
        assertNoViolation();
    }

    @Test
    void wrongSecretIsRefusedAsUnknownConsumer() {
        Map<String, Object> body = Fixture.subscription();
        body.put("client_secret", "wrong");

        assertRefused(client.postJson(CREATE, body), "", "unknown consumer");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' ', name is blank",
        "description, '', description is blank",
        "local-id, , local-id is missing",
        "application-key, other-key, application-key is not client_id",
        "extra, 1, unknown member"
    })
    void invalidSubscriptionIsAViolation(String name, String value, String words) {
        Map<String, Object> body = Fixture.subscription();
        body.put(name, value);

        client.postJson(CREATE, body);

        assertThat(simulator.violations()).singleElement().asString().contains(words);
        assertThat(simulator.violations().get(0)).doesNotContain(Fixture.SECRET);
    }

    @Test
    void tokenTogetherWithASecretIsAViolation() {
        client.postJson(CREATE, token, Fixture.subscription());

        assertThat(simulator.violations()).singleElement().asString().contains("bearer token");
    }

    @ParameterizedTest
    @CsvSource({
        "approve, Approved, duplicate-and-already-approved-by-user, true",
        "decline, Declined, duplicate-and-previously-declined-by-user, false"
    })
    void userApprovesOrDeclinesInTheBrowser(String decision, String title, String status, boolean enabled) {
        UUID subscription = createSubscription();
        JsonNode asked = client.postJson(AUTHORIZE, token, Fixture.authorization(subscription));
        assertThat(asked.get("pending").booleanValue()).isTrue();
        assertThat(asked.get("enabled").booleanValue()).isFalse();
        JsonNode pending = client.postJson(AUTHORIZE, token, Fixture.authorization(subscription));
        assertThat(pending.get("status").stringValue()).isEqualTo("duplicate");
        assertThat(pending.get("id")).isEqualTo(asked.get("id"));

        HttpResponse<String> page = browser.login(page(asked), "ada", "lovelace");
        assertThat(page.body()).contains("Rent", "A room");
        assertThat(browser.decide(page, decision).body()).contains("<h1>" + title + "</h1>");

        JsonNode decided = client.postJson(AUTHORIZE, token, Fixture.authorization(subscription));
        assertThat(decided.get("status").stringValue()).isEqualTo(status);
        assertThat(decided.get("pending").booleanValue()).isFalse();
        assertThat(decided.get("enabled").booleanValue()).isEqualTo(enabled);
        assertNoViolation();
    }

    @Test
    void onlyTheAuthorizationsUserDecidesAndOnlyOncePerLogin() {
        JsonNode asked = client.postJson(AUTHORIZE, token, Fixture.authorization(createSubscription()));

        assertThat(browser.login(page(asked), "ada", "wrong").body()).contains("wrong password");
        assertThat(browser.login(page(asked), "bob", "builder").body()).contains("Another user is asked");
        HttpResponse<String> page = browser.login(page(asked), "ada", "lovelace");
        browser.decide(page, "approve");
        assertThat(browser.decide(page, "decline").body()).contains("That login is over");
        assertNoViolation();
    }

    @Test
    void unknownAuthorizationAnswers404() {
        assertThat(browser.openPath("/authorize-subscription/" + UUID.randomUUID() + "/")
                        .statusCode())
                .isEqualTo(404);
        assertNoViolation();
        assertThat(browser.openPath("/authorize-subscription/17").statusCode()).isEqualTo(400);
        assertThat(simulator.violations()).hasSize(1);
    }

    @Test
    void switchAnswersADuplicateAuthorizationAsFailure() {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE)
                .start()) {
            TestClient otherClient = new TestClient(other);
            String otherToken = other.issueToken(Fixture.KEY, "ada", "transact");
            UUID subscription = id(otherClient.postJson(CREATE, Fixture.subscription()));
            UUID asked = id(otherClient.postJson(AUTHORIZE, otherToken, Fixture.authorization(subscription)));

            JsonNode again = otherClient.postJson(AUTHORIZE, otherToken, Fixture.authorization(subscription));

            assertRefused(again, "duplicate", "duplicate");
            assertThat(again.get("subscription-authorization-id").stringValue()).isEqualTo(asked.toString());
            assertThat(again.has("id")).isFalse();
        }
    }

    @Test
    void authorizationIsRefusedWithItsStatus() {
        UUID subscription = createSubscription();
        assertAuthorizationRefused(UUID.randomUUID(), "subscription-not-found");

        Map<String, Object> elsewhere = Fixture.subscription();
        elsewhere.putAll(
                Map.of("client_id", "other-key", "client_secret", "other-secret-0123", "application-key", "other-key"));
        assertAuthorizationRefused(id(client.postJson(CREATE, elsewhere)), "mismatched-application-key");

        simulator.enableSubscription(subscription, false);
        assertAuthorizationRefused(subscription, "subscription-disabled");
        simulator.enableSubscription(subscription, true);

        simulator.lockAccount("ada", true);
        assertAuthorizationRefused(subscription, "cannot-transact");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "application-key, other-key, application-key is not that",
        "app-user-id, 17, app-user-id",
        "subscription-id, 17, not a UUID",
        "subscription-id, , subscription-id is missing",
        "request-created, , request-created is missing",
        "username-on-application, , username-on-application is missing",
        "user-id-on-application, , user-id-on-application is missing",
        "extra, 1, unknown member"
    })
    void invalidAuthorizationIsAViolation(String name, String value, String words) {
        Map<String, Object> body = Fixture.authorization(UUID.randomUUID());
        body.put(name, value);

        client.postJson(AUTHORIZE, token, body);

        assertThat(simulator.violations()).singleElement().asString().contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/transact", "/v2/transact", "/transact-u2u"})
    void debitNeedsTheUsersApproval(String path) {
        UUID subscription = createSubscription();
        assertDebitRefused(path, UUID.randomUUID(), "unknown-subscription");
        assertDebitRefused(path, subscription, "unknown-subscription-authorization");

        UUID asked = id(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)));
        JsonNode pending = assertDebitRefused(path, subscription, "subscription-authorization-pending");
        assertThat(pending.get("subscription-authorization-id").stringValue()).isEqualTo(asked.toString());

        simulator.decideSubscription(asked, false);
        assertDebitRefused(path, subscription, "subscription-authorization-declined");

        simulator.decideSubscription(asked, true);
        JsonNode debited = client.postJson(path, token, debit(path, subscription));
        assertThat(debited.get("reason").stringValue()).isEqualTo("success");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("95");
        assertNoViolation();
    }

    @Test
    void repeatedDebitIsKnownAfterTheUserDeclines() {
        UUID subscription = createSubscription();
        UUID asked = id(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)));
        simulator.decideSubscription(asked, true);
        client.postJson("/transact", token, debit("/transact", subscription));

        simulator.decideSubscription(asked, false);

        assertThat(client.postJson("/transact", token, debit("/transact", subscription))
                        .get("reason")
                        .stringValue())
                .isEqualTo("resubmitted");
        assertThat(simulator.ledger()).hasSize(1);
    }

    @Test
    void anotherUsersApprovalDoesNotAllowADebit() {
        UUID subscription = createSubscription();
        String bobs = simulator.issueToken(Fixture.KEY, "bob", "transact");
        UUID asked = id(client.postJson(AUTHORIZE, bobs, Fixture.authorization(subscription)));
        simulator.decideSubscription(asked, true);

        assertDebitRefused("/transact", subscription, "unknown-subscription-authorization");
    }

    private UUID createSubscription() {
        return id(client.postJson(CREATE, Fixture.subscription()));
    }

    private HttpResponse<String> page(JsonNode authorization) {
        return browser.openPath("/authorize-subscription/" + id(authorization) + "/");
    }

    private Map<String, Object> debit(String path, UUID subscription) {
        Map<String, Object> body = path.equals("/transact-u2u")
                ? Fixture.payment("order-1", 5, simulator.accountId("bob"))
                : Fixture.item("order-1", 5);
        body.put("automated-transaction", true);
        body.put("subscription-id", subscription.toString());
        return body;
    }

    private JsonNode assertDebitRefused(String path, UUID subscription, String status) {
        JsonNode answer = client.postJson(path, token, debit(path, subscription));

        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("status").stringValue()).isEqualTo(status);
        assertThat(answer.get("id").stringValue()).isEqualTo("order-1");
        assertThat(simulator.ledger()).isEmpty();
        return answer;
    }

    private void assertAuthorizationRefused(UUID subscription, String status) {
        assertRefused(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)), status, status);
    }

    private static void assertRefused(JsonNode answer, String status, String reason) {
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.path("status").asString("")).isEqualTo(status);
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
    }

    private static UUID id(JsonNode answer) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
        return UUID.fromString(answer.get("id").stringValue());
    }
}
