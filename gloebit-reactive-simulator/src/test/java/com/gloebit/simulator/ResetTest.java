package com.gloebit.simulator;

import static com.gloebit.simulator.HoldStep.ENACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldTest;
import com.gloebit.simulator.support.RawRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GloebitSimulator.reset. */
class ResetTest extends HoldTest {
    private static final List<String> READ =
            List.of("/balance", "/get-user-products", "/get-characters", "/get-inventory-item-ids");

    ResetTest() {
        super(CallbackBehaviour.manual(), Settlement.IMMEDIATE);
    }

    @Test
    void balancesAndInventoriesAreRestored() {
        String pages = page("/status");
        List<JsonNode> owned = owned();
        changeEverything();
        client.send(client.request("/nowhere").GET());
        assertThat(page("/status")).isNotEqualTo(pages);
        assertThat(owned()).isNotEqualTo(owned);

        simulator.reset();

        assertThat(simulator.violations()).isEmpty();
        assertThat(page("/status")).isEqualTo(pages);
        assertThat(owned()).isEqualTo(owned);
        assertThat(simulator.deposits()).isZero();
        assertThat(simulator.requestCount("/transact")).isZero();
        assertNoViolation();
    }

    @Test
    void locksAndProhibitionsAreRemoved() {
        simulator.lockAccount("ada", true);
        simulator.lockReceiving("bob", true);
        simulator.allowCharacterEditing("hold-key", false);

        simulator.reset();

        String fresh = simulator.issueToken("hold-key", "ada", Fixture.ALL_SCOPES);
        Map<String, Object> payment = Fixture.payment("order-1", 5, simulator.accountId("bob"));
        payment.put("application-key", "hold-key");
        assertSuccess(client.postJson("/transact-u2u", fresh, payment));
        String character =
                simulator.createCharacter("hold-key", "ada", "Lovelace").toString();
        assertSuccess(client.postJson("/update-character", fresh, Map.of("id", character, "name", "Byron")));
    }

    @Test
    void tokensAndSubscriptionsAreRemoved() {
        UUID subscription = UUID.fromString(client.postJson("/create-subscription", Fixture.subscription())
                .get("id")
                .stringValue());
        simulator.reset();

        assertThat(client.get("/balance", token).get("reason").stringValue()).isEqualTo("unknown token");
        assertThatThrownBy(() -> simulator.enableSubscription(subscription, false))
                .hasMessageContaining("known are []");
    }

    @Test
    void faultsAreRemoved() throws IOException {
        simulator.failNext("/balance", Fault.status(503));
        simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.status(503)));
        simulator.connectionFaults().dropNext(5);
        simulator.connectionFaults().refuse();

        simulator.reset();

        try (Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(client.get("/no-op", simulator.issueToken("hold-key", "ada", "user"))
                        .get("success")
                        .booleanValue())
                .isTrue();
        assertThat(client.get("/balance", simulator.issueToken("hold-key", "ada", "balance"))
                        .get("balance")
                        .decimalValue())
                .isEqualByComparingTo("100");
    }

    @Test
    void callbackBehaviourIsRestoredAndAppliesToNewTransactions() throws Exception {
        buy(application.item("order-1", 5));
        callbacks.deliver(ENACT, "order-1");
        callbacks.behave(CallbackBehaviour.automatic());

        simulator.reset();

        assertThat(callbacks.deliveries()).isEmpty();
        String fresh = simulator.issueToken("hold-key", "ada", Fixture.ALL_SCOPES);
        client.postJson("/transact", fresh, application.item("order-1", 7));
        assertIdle();
        assertState(LedgerEntry.State.HELD, "93");
        assertThat(callbacks.deliver(ENACT, "order-1").answer()).isEqualTo(HoldDelivery.Answer.TRUE);
        assertState(LedgerEntry.State.COMMITTED, "93");
    }

    @Test
    void callUnderWayIsCancelledWithoutEffect() throws Exception {
        callbacks.behave(CallbackBehaviour.manual().withTimeout(Duration.ofHours(1)));
        application.answer(ENACT, Mono.never());
        buy(application.item("order-1", 5));
        CompletableFuture<HoldDelivery> call = callbacks.start(ENACT, "order-1");

        simulator.reset();

        assertThat(call.get(10, TimeUnit.SECONDS).answer()).isEqualTo(HoldDelivery.Answer.NONE);
        assertThat(simulator.ledger()).isEmpty();
        assertThat(callbacks.deliveries()).isEmpty();
    }

    @Test
    void connectionOfARequestUnderWayIsClosedWithoutAnAnswer() throws Exception {
        simulator.failNext("/transact", Fault.HANG_IN_HEADERS);
        try (RawRequest hanging = raw()) {
            assertThat(hanging.sendAndGiveUp()).isEqualTo(RawRequest.End.SILENCE);
            assertThat(simulator.ledger()).hasSize(1);

            simulator.reset();

            assertThat(hanging.readOn()).isNotEqualTo(RawRequest.End.SILENCE);
            assertThat(hanging.received()).isEmpty();
        }
        assertThat(simulator.ledger()).isEmpty();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
    }

    @Test
    void connectionOfAnAnswerThatWaitsForACallbackIsClosed() throws Exception {
        callbacks.behave(CallbackBehaviour.automatic().withTiming(CallbackBehaviour.Timing.ALL_BEFORE_ANSWER));
        application.answer(ENACT, Mono.never());
        CompletableFuture<JsonNode> answer = client.postJsonAsync("/transact", token, application.item("order-1", 5));
        assertThat(callbacks.awaitDue("order-1", LIMIT)).isTrue();

        simulator.reset();

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        assertThat(simulator.ledger()).isEmpty();
    }

    @Test
    void lateRequestIsDiscarded() throws Exception {
        simulator.failNext("/transact", Fault.DROP.withLateProcessing());
        try (RawRequest lost = raw()) {
            lost.send();
        }
        assertThat(simulator.lateRequests().count()).isEqualTo(1);

        simulator.reset();

        assertThat(simulator.lateRequests().release()).isZero();
        assertThat(simulator.ledger()).isEmpty();
    }

    @Test
    void resetOfAClosedSimulatorFails() {
        simulator.close();

        assertThatThrownBy(simulator::reset)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private RawRequest raw() throws IOException {
        return new RawRequest(
                simulator.baseUri(), "POST", "/transact", token, new JsonMapper().writeValueAsString(item()));
    }

    private String page(String path) {
        return client.send(client.request(path).GET()).body();
    }

    /** What ada has, as a token of hers tells it. */
    private List<JsonNode> owned() {
        String fresh = simulator.issueToken("hold-key", "ada", Fixture.ALL_SCOPES);
        return READ.stream().map(path -> client.get(path, fresh)).toList();
    }

    private void changeEverything() {
        simulator.deposit("bob", BigDecimal.ONE);
        simulator.allowRedirect("hold-key", URI.create("http://127.0.0.1:1/"));
        simulator.changeProduct(Product.of("Sword", BigDecimal.ONE));
        simulator.createCharacter("hold-key", "ada", "Lovelace");
        assertSuccess(client.postJson("/new-inventory-item", token, Map.of("type-id", "hat")));
        assertSuccess(client.postJson("/grant-user-product", token, Map.of("product_name", "Torch ü/1", "count", 1)));
        assertSuccess(buy(item()));
    }

    private static void assertSuccess(JsonNode answer) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
    }

    private static Map<String, Object> item() {
        Map<String, Object> item = Fixture.item("order-1", 5);
        item.put("application-key", "hold-key");
        return item;
    }
}
