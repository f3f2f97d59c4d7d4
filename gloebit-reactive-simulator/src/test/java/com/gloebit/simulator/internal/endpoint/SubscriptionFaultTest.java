package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Faults of the subscription endpoints, and the subscriptions stored afterwards. */
class SubscriptionFaultTest extends SimulatorTest {
    private static final String CREATE = "/create-subscription";
    private static final String AUTHORIZE = "/create-subscription-authorization";
    private static final String INSERT_CONFLICT = "Unexpected DB insert integrity error.  Please try again.";

    private final String token = token();

    @Test
    void databaseFaultsMeetCreateSubscription() {
        simulator.failNext(CREATE, Fault.SUBSCRIPTION_INSERT_CONFLICT);
        simulator.failNext(CREATE, Fault.SUBSCRIPTION_DB_ERROR);

        assertRefused(client.postJson(CREATE, Fixture.subscription()), "", INSERT_CONFLICT);
        assertRefused(client.postJson(CREATE, Fixture.subscription()), "", "Unknown DB Error");

        assertThat(client.postJson(CREATE, Fixture.subscription()).has("status"))
                .isFalse();
    }

    @Test
    void databaseFaultsMeetAuthorizeSubscription() {
        UUID subscription = id(client.postJson(CREATE, Fixture.subscription()));
        simulator.failNext(AUTHORIZE, Fault.SUBSCRIPTION_INSERT_CONFLICT);
        simulator.failNext(AUTHORIZE, Fault.SUBSCRIPTION_DB_ERROR);
        simulator.failNext(AUTHORIZE, Fault.MISMATCHED_SUBSCRIPTION_IDS);

        assertRefused(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)), "", INSERT_CONFLICT);
        assertRefused(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)), "", "Unknown DB Error");
        assertRefused(
                client.postJson(AUTHORIZE, token, Fixture.authorization(subscription)),
                "mis-matched-subscription-ids",
                "mis-matched-subscription-ids");

        assertThat(client.postJson(AUTHORIZE, token, Fixture.authorization(subscription))
                        .has("status"))
                .isFalse();
        assertNoViolation();
    }

    @Test
    void conflictAfterProcessingStoresTheSubscription() {
        simulator.failNext(CREATE, Fault.SUBSCRIPTION_INSERT_CONFLICT.withProcessing());
        assertRefused(client.postJson(CREATE, Fixture.subscription()), "", INSERT_CONFLICT);
        JsonNode known = client.postJson(CREATE, Fixture.subscription());
        assertThat(known.get("status").stringValue()).isEqualTo("duplicate");

        simulator.failNext(AUTHORIZE, Fault.SUBSCRIPTION_INSERT_CONFLICT.withProcessing());
        assertRefused(client.postJson(AUTHORIZE, token, Fixture.authorization(id(known))), "", INSERT_CONFLICT);
        assertThat(client.postJson(AUTHORIZE, token, Fixture.authorization(id(known)))
                        .get("status")
                        .stringValue())
                .isEqualTo("duplicate");
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
