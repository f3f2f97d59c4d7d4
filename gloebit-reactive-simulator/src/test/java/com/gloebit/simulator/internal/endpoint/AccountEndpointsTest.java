package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Token check, identity and balance. */
class AccountEndpointsTest extends SimulatorTest {
    @ParameterizedTest
    @ValueSource(strings = {"/user", "/user/", "/id"})
    void identityHasIdAndNameInBothSpellings(String path) {
        JsonNode user = client.get(path, token());

        assertThat(UUID.fromString(user.get("id").stringValue())).isNotNull();
        assertThat(user.get("name").stringValue()).isEqualTo("ada");
        assertThat(user.get("full-name").stringValue()).isEqualTo("ada");
        assertNoViolation();
    }

    @Test
    void balanceIsANumber() {
        assertThat(client.get("/balance", token()).get("balance").isNumber()).isTrue();
        assertThat(client.get("/balance", token()).get("balance").decimalValue())
                .isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-op/", "/balance/", "/user/", "/get-user-products/"})
    void everyReadAcceptsPostWithTheUnityBody(String path) {
        JsonNode answer = TestClient.json(client.send(client.bearer(path, token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("ignore"))));

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertNoViolation();
    }

    @Test
    void aRevokedTokenIsUnknown() {
        String token = token();
        assertThat(client.get("/no-op", token).get("success").booleanValue()).isTrue();

        simulator.revokeToken(token);

        JsonNode answer = client.get("/no-op", token);
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo("unknown token");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({"/user, balance", "/balance, user", "/get-user-products, user"})
    void tokenWithoutTheScopeIsRefused(String path, String scope) {
        JsonNode answer = client.get(path, simulator.issueToken(Fixture.KEY, "ada", scope));

        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).contains("scope");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "id", "identity"})
    void olderScopeNamesGrantTheSameRight(String scope) {
        String token = simulator.issueToken(Fixture.KEY, "ada", scope);

        assertThat(client.get("/user", token).get("success").booleanValue()).isTrue();
    }
}
