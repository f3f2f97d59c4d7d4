package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The order of callbacks and the answer to the transaction. */
class HoldTimingTest extends HoldTest {
    HoldTimingTest() {
        super(CallbackBehaviour.manual().withTiming(Timing.ENACT_BEFORE_ANSWER), Settlement.IMMEDIATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                TRUE + "| true | success | COMMITTED",
                PENDING + "| false | pending | HELD",
                REFUSED + "| false | canceled | CANCELLED"
            })
    void answerReportsTheResultOfEnact(String enact, boolean success, String reason, State state) throws Exception {
        application.answer(ENACT, enact);
        CompletableFuture<JsonNode> answer = buyLater();
        assertThat(answer).isNotDone();

        callbacks.deliver(ENACT, ID);

        JsonNode given = answer.get(10, TimeUnit.SECONDS);
        assertThat(given.get("success").booleanValue()).isEqualTo(success);
        assertThat(given.get("status").stringValue()).isEqualTo("queued");
        assertThat(given.get("reason").stringValue()).isEqualTo(reason);
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(state);
        assertThat(application.calls()).containsExactly(call(ENACT, ID));
    }

    @Test
    void answerReportsACancelBeforeEnact() throws Exception {
        CompletableFuture<JsonNode> answer = buyLater();

        callbacks.deliver(CANCEL, ID);

        assertThat(answer.get(10, TimeUnit.SECONDS).get("reason").stringValue()).isEqualTo("canceled");
    }

    @Test
    void answerFollowsAllCallbacks() throws Exception {
        callbacks.behave(CallbackBehaviour.manual().withTiming(Timing.ALL_BEFORE_ANSWER));
        CompletableFuture<JsonNode> answer = buyLater();

        callbacks.deliver(ENACT, ID);
        callbacks.deliver(CONSUME, ID);

        assertThat(answer.get(10, TimeUnit.SECONDS).get("reason").stringValue()).isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource({"ENACT_BEFORE_ANSWER", "ALL_BEFORE_ANSWER"})
    void automaticCallsPrecedeTheAnswer(Timing timing) throws Exception {
        callbacks.behave(CallbackBehaviour.automatic().withTiming(timing));

        assertThat(buy(application.item(ID, 25)).get("reason").stringValue()).isEqualTo("success");

        if (timing == Timing.ENACT_BEFORE_ANSWER) {
            assertThat(application.calls()).contains(call(ENACT, ID));
        } else {
            assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        }
    }

    @Test
    void transactionWithoutAnEnactUrlIsAnsweredAtOnce() {
        JsonNode answer = buy(application.item(ID, 25, HoldStep.CANCEL));

        assertThat(answer.get("reason").stringValue()).isEqualTo("success");
        assertState(State.COMMITTED, "75");
    }

    @Test
    void transactionWithoutAnEnactUrlIsAnsweredBeforeConsume() {
        JsonNode answer = buy(application.item(ID, 25, CONSUME));

        assertThat(answer.get("reason").stringValue()).isEqualTo("success");
        assertThat(application.calls()).isEmpty();
    }

    private CompletableFuture<JsonNode> buyLater() throws Exception {
        CompletableFuture<JsonNode> answer = client.postJsonAsync("/transact", token, application.item(ID, 25));
        assertThat(callbacks.awaitDue(ID, LIMIT)).isTrue();
        return answer;
    }
}
