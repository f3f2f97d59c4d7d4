package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldTest;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Hold callbacks that the test makes. */
class ManualHoldTest extends HoldTest {
    ManualHoldTest() {
        super(CallbackBehaviour.manual(), Settlement.IMMEDIATE, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
    }

    @Test
    void noUrlIsCalledAutomatically() throws Exception {
        assertThat(buy(application.item(ID, 25)).get("reason").stringValue()).isEqualTo("success");

        assertIdle();
        assertThat(application.calls()).isEmpty();
        assertState(State.HELD, "75");
    }

    @Test
    void acceptedEnactCommitsAndAllowsConsume() {
        buy(application.product(ID, 2));

        assertThat(callbacks.deliver(ENACT, ID)).isEqualTo(new HoldDelivery(ID, ENACT, Answer.TRUE, ""));
        assertState(State.COMMITTED, "50");
        assertThat(simulator.products("hold-key", "ada")).containsEntry("Sword", 2);
        assertThat(simulator.earnings("hold-key")).isEqualByComparingTo("49");
        assertThat(callbacks.deliver(CONSUME, ID)).isEqualTo(new HoldDelivery(ID, CONSUME, Answer.TRUE, ""));

        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        assertThat(callbacks.deliverNext()).isEmpty();
        assertNoViolation();
    }

    @Test
    void refusedEnactRollsBackAndAllowsCancel() {
        application.answer(ENACT, REFUSED);
        buy(application.product(ID, 2));

        assertThat(callbacks.deliver(ENACT, ID)).isEqualTo(new HoldDelivery(ID, ENACT, Answer.REFUSED, "sold out"));
        assertState(State.CANCELLED, "100");
        assertThat(simulator.products("hold-key", "ada")).isEmpty();
        assertRefused(CONSUME, "CANCELLED");
        callbacks.deliver(CANCEL, ID);

        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID));
        assertThat(callbacks.deliverNext()).isEmpty();
        assertNoViolation();
    }

    @Test
    void pendingEnactKeepsTheFundsHeld() {
        application.answer(ENACT, PENDING);
        buy(application.item(ID, 25));

        for (int i = 0; i < 30; i++) {
            assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.PENDING);
        }
        assertState(State.HELD, "75");
        assertRefused(CONSUME, "HELD");

        application.answer(ENACT, TRUE);
        callbacks.deliver(ENACT, ID);
        assertState(State.COMMITTED, "75");
        assertNoViolation();
    }

    @Test
    void deliverNextChoosesTheOldestTransaction() {
        buy(application.item("order-1", 1));
        buy(application.item("order-2", 1));
        application.answer(ENACT, PENDING);

        callbacks.deliverNext();
        application.answer(ENACT, REFUSED);
        callbacks.deliver(ENACT, "order-2");
        application.answer(ENACT, TRUE);
        while (callbacks.deliverNext().isPresent()) {
            assertThat(application.calls()).hasSizeLessThan(9);
        }

        assertThat(application.calls())
                .containsExactly(
                        call(ENACT, "order-1"),
                        call(ENACT, "order-2"),
                        call(ENACT, "order-1"),
                        call(CONSUME, "order-1"),
                        call(CANCEL, "order-2"));
        assertThat(callbacks.deliveries()).hasSize(5);
    }

    @Test
    void cancelNeedsNoEnactAndExcludesConsume() {
        buy(application.item(ID, 25));

        callbacks.deliver(CANCEL, ID);

        assertState(State.CANCELLED, "100");
        assertRefused(CONSUME, "CANCELLED");
        application.answer(ENACT, REFUSED);
        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.REFUSED);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void consumeExcludesCancel() {
        buy(application.item(ID, 25));
        callbacks.deliver(ENACT, ID);

        assertRefused(CANCEL, "COMMITTED");
        callbacks.deliver(CONSUME, ID);
        assertRefused(CANCEL, "COMMITTED");
        callbacks.deliver(ENACT, ID);
        callbacks.deliver(CONSUME, ID);

        assertState(State.COMMITTED, "75");
        assertThat(simulator.earnings("hold-key")).isEqualByComparingTo("24.5");
        assertNoViolation();
    }

    @Test
    void queuedTransactionCanBeCancelledOrEnactedAfterATopUp() {
        buy(application.item("order-1", 120));
        buy(application.item("order-2", 130));

        assertThatThrownBy(() -> callbacks.deliver(ENACT, "order-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("ENACT", "order-1", "QUEUED", "funds are held");
        callbacks.deliver(CANCEL, "order-2");
        simulator.deposit("ada", new BigDecimal("200"));
        application.answer(ENACT, REFUSED);
        callbacks.deliver(ENACT, "order-1");

        assertThat(simulator.balance("ada")).isEqualByComparingTo("300");
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.CANCELLED, State.CANCELLED);
        assertThat(application.calls()).containsExactly(call(CANCEL, "order-2"), call(ENACT, "order-1"));
    }

    @Test
    void cancelDuringAnEnactDecides() throws Exception {
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, answer.asMono());
        buy(application.item(ID, 25));

        CompletableFuture<HoldDelivery> first = callbacks.start(ENACT, ID);
        CompletableFuture<HoldDelivery> cancel = callbacks.start(CANCEL, ID);
        cancel.get(10, TimeUnit.SECONDS);
        assertThat(first).isNotDone();
        assertThat(callbacks.awaitIdle(Duration.ofMillis(100))).isFalse();
        answer.tryEmitValue(TRUE).orThrow();

        assertThat(first.get(10, TimeUnit.SECONDS).answer()).isEqualTo(Answer.TRUE);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void transactionCancelledByTheTestHasNoDueCall() {
        buy(application.item(ID, 25, ENACT));

        simulator.cancelHeld();

        assertThat(callbacks.deliverNext()).isEmpty();
        assertThat(application.calls()).isEmpty();
    }

    @Test
    void enactCanBeRepeatedAfterARestartOfTheApplication() {
        buy(application.item(ID, 25));
        application.stop();
        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.NONE);
        assertState(State.HELD, "75");

        application.restart();

        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.TRUE);
        assertState(State.COMMITTED, "75");
        assertNoViolation();
    }

    @Test
    void messageNamesTheMissingUrlOrTransaction() {
        buy(application.item(ID, 25, ENACT));

        assertThatThrownBy(() -> callbacks.deliver(CONSUME, ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(ID, "asset-consume-hold-url");
        assertThatThrownBy(() -> callbacks.deliver(ENACT, "order-9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("transactionId is order-9", "0 transactions");
    }

    @Test
    void enactAcceptedAfterALostCancelIsNotAViolation() {
        buy(application.item(ID, 25));
        application.stop();
        assertThat(callbacks.deliver(CANCEL, ID).answer()).isEqualTo(Answer.NONE);

        application.restart();

        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.TRUE);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void urlIsCalledUnchanged() {
        String given = "hold/ENACT?id=a%2Fb%20c+d&e=%C3%BC&f=";
        Map<String, Object> item = application.item(ID, 25, CANCEL);
        item.put("asset-enact-hold-url", application.base() + given);
        buy(item);

        callbacks.deliver(ENACT, ID);

        assertThat(application.calls()).containsExactly("GET /" + given);
    }

    @Test
    void applicationsCanUseTheSameId() {
        try (GloebitSimulator shared = application
                .simulator()
                .application(Application.of("third-key", "third-secret-0123", application.base()))
                .callbacks(CallbackBehaviour.manual())
                .start()) {
            TestClient clientOfBoth = new TestClient(shared);
            for (String key : List.of("hold-key", "third-key")) {
                Map<String, Object> body = application.item(ID, 25);
                body.put("application-key", key);
                clientOfBoth.postJson("/transact", shared.issueToken(key, "ada", Fixture.ALL_SCOPES), body);
            }

            assertThat(shared.holdCallbacks().deliverNext()).isPresent();
            assertThat(shared.ledger())
                    .extracting(LedgerEntry::applicationKey, LedgerEntry::state)
                    .containsExactly(tuple("hold-key", State.COMMITTED), tuple("third-key", State.HELD));
            for (int i = 0; i < 3; i++) {
                assertThat(shared.holdCallbacks().deliverNext()).isPresent();
            }
            assertThat(shared.holdCallbacks().deliverNext()).isEmpty();
            assertThat(shared.ledger()).extracting(LedgerEntry::state).containsOnly(State.COMMITTED);
        }
    }

    private void assertRefused(HoldStep step, String state) {
        assertThatThrownBy(() -> callbacks.deliver(step, ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(step.name(), ID, state);
    }
}
