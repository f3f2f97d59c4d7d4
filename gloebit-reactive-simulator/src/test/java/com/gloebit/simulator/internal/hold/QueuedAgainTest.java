package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Repeated requests that put a cancelled or refused transaction back on the queue. */
class QueuedAgainTest extends HoldTest {
    QueuedAgainTest() {
        super(
                CallbackBehaviour.automatic(),
                Settlement.IMMEDIATE,
                OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN,
                OpenBehaviour.PRODUCT_LIMIT_CANCELS);
    }

    @Test
    void repeatedRequestCallsEnactAndCancelAgain() throws Exception {
        application.answer(ENACT, REFUSED);
        assertReason("success", buy(application.item(ID, 25)));
        assertIdle();

        assertReason("resubmitted", buy(application.item(ID, 25)));

        assertIdle();
        assertThat(application.calls())
                .containsExactly(call(ENACT, ID), call(CANCEL, ID), call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void enactAcceptedAfterTheCancelCommitsAndIsAViolation() throws Exception {
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));
        assertIdle();
        application.answer(ENACT, TRUE);

        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).endsWith(call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "75");
        assertThat(simulator.violations()).singleElement().asString().contains("an enact after the cancel");
    }

    @Test
    void lateRequestQueuesTheCancelledTransactionAgain() throws Exception {
        application.answer(ENACT, REFUSED);
        simulator.failNext("/transact", Fault.DROP.withLateProcessing());
        assertThatThrownBy(() -> client.trySend(client.jsonRequest("/transact", token, application.item(ID, 25))))
                .isInstanceOf(IOException.class);
        buy(application.item(ID, 25));
        assertIdle();

        simulator.lateRequests().release();

        assertIdle();
        assertThat(application.calls())
                .containsExactly(call(ENACT, ID), call(CANCEL, ID), call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
    }

    @ParameterizedTest
    @EnumSource
    void answerDoesNotWaitForCallbacks(CallbackBehaviour.Timing timing) throws Exception {
        application.answer(ENACT, REFUSED);
        callbacks.behave(CallbackBehaviour.automatic().withTiming(timing));
        buy(application.item(ID, 25));
        assertIdle();

        assertReason("resubmitted", buy(application.item(ID, 25)));

        assertIdle();
        assertThat(application.calls()).hasSize(4);
    }

    @Test
    void noCallbackIsMadeBeforeTheAnswer() throws Exception {
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));
        assertIdle();
        simulator.failNext("/transact", Fault.drip(Duration.ofHours(1)));

        CompletableFuture<JsonNode> again = client.postJsonAsync("/transact", token, application.item(ID, 25));
        await(() -> simulator.requestCount("/transact") == 2);
        // What is called about later is called about first.
        buy(application.item("order-2", 25));
        await(() -> application.calls().contains(call(CANCEL, "order-2")));

        assertThat(application.calls())
                .filteredOn(call -> call.endsWith("=" + ID))
                .hasSize(2);
        again.cancel(true);
    }

    private static void await(BooleanSupplier happened) {
        Flux.interval(Duration.ofMillis(5))
                .onBackpressureDrop()
                .takeUntil(unused -> happened.getAsBoolean())
                .blockLast(Duration.ofSeconds(20));
    }

    @Test
    void transactionIsNotQueuedAgainWhileACallbackIsDue() {
        callbacks.behave(CallbackBehaviour.manual());
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));
        callbacks.deliver(ENACT, ID);

        assertReason("canceled", buy(application.item(ID, 25)));
        assertState(State.CANCELLED, "100");

        callbacks.deliver(CANCEL, ID);
        assertReason("resubmitted", buy(application.item(ID, 25)));
        assertState(State.HELD, "75");
    }

    @Test
    void uncoveredTransactionIsPaidAfterATopUp() {
        assertReason("insufficient balance", buy(item(120)));
        assertState(State.CANCELLED, "100");
        simulator.deposit("ada", new BigDecimal("50"));
        assertState(State.CANCELLED, "150");

        assertReason("resubmitted", buy(item(120)));

        assertState(State.COMMITTED, "30");
        assertReason("resubmitted", buy(item(120)));
        assertNoViolation();
    }

    /** An acceptance that is worth nothing. */
    @Test
    void uncoveredTransactionIsAcceptedAndCancelled() throws Exception {
        buy(application.item(ID, 120));
        assertIdle();
        assertThat(application.calls()).isEmpty();

        JsonNode again = buy(application.item(ID, 120));

        assertReason("resubmitted", again);
        assertThat(again.get("success").booleanValue()).isTrue();
        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void transactionOverTheLimitIsDeliveredAfterTheLimitIsRaised() throws Exception {
        JsonNode over = buy(application.product(ID, 4));
        assertReason("canceled", over);
        assertThat(over.get("success").booleanValue()).isFalse();
        assertThat(over.get("status").stringValue()).isEqualTo("queued");
        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID));
        simulator.changeProduct(Product.of("Sword", new BigDecimal("25")).withLimit(4));

        assertReason("resubmitted", buy(application.product(ID, 4, CONSUME)));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID), call(ENACT, ID), call(CONSUME, ID));
        assertThat(simulator.products("hold-key", "ada")).isEqualTo(Map.of("Sword", 4));
    }

    private Map<String, Object> item(int amount) {
        Map<String, Object> body = Fixture.item(ID, amount);
        body.put("application-key", "hold-key");
        return body;
    }

    private static void assertReason(String reason, JsonNode answer) {
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
    }
}
