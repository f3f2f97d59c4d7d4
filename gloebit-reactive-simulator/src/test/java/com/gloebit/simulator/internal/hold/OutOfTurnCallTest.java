package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import org.junit.jupiter.api.Test;

/** Calls without regard to Gloebit's rules. */
class OutOfTurnCallTest extends HoldTest {
    OutOfTurnCallTest() {
        super(CallbackBehaviour.manual(), Settlement.IMMEDIATE);
    }

    @Test
    void outOfTurnCallDoesNotChangeTheLedger() throws Exception {
        buy(application.item(ID, 25));
        callbacks.deliver(CANCEL, ID);

        assertThat(callbacks.deliverOutOfTurn(CONSUME, ID)).isEqualTo(new HoldDelivery(ID, CONSUME, Answer.TRUE, ""));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID), call(CONSUME, ID));
        assertThat(callbacks.deliveries()).hasSize(2);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void refusedOutOfTurnEnactDoesNotCancel() {
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));

        assertThat(callbacks.deliverOutOfTurn(ENACT, ID).answer()).isEqualTo(Answer.REFUSED);

        assertState(State.HELD, "75");
    }
}
