package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A purchase that is cancelled while its payer's name is looked up: nothing was sent, and nothing is in doubt. */
class CancelledLookUpTest {
    private static final TransactionId ORDER = TransactionId.of("order-1");

    private final FaultyService world = new FaultyService(false, FaultyService.PATIENT);
    private final Mono<Receipt> nameless = world.bob.purchase(ItemPurchase.of(ORDER, "match", new BigDecimal("0.01")));

    @BeforeEach
    void cancelDuringTheLookUp() {
        world.simulator.failNext("/user", Fault.HANG);
        Disposable purchase = nameless.subscribe();
        FaultyService.await("a look-up", () -> world.simulator.requestCount("/user") == 1);
        assertThat(world.gauge("in.flight")).isEqualTo(1);
        purchase.dispose();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCancelledLookUpLeavesNothingBehind() {
        world.requireQuiet();
        assertThat(world.cancelled("user-info")).isEqualTo(1);
        assertThat(world.simulator.requestCount("/transact")).isZero();
    }

    @Test
    void aCancelledLookUpLeavesNoDoubt() {
        world.simulator.connectionFaults().refuse();
        world.dropConnection();

        assertThat(FaultyService.failure(GloebitException.class, nameless).outcome())
                .isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aPurchaseSucceedsAfterItsLookUpWasCancelled() {
        nameless.block(FaultyService.PATIENCE);

        assertThat(world.isBookedOnce(ORDER)).isTrue();
        assertThat(world.simulator.requestCount("/transact")).isEqualTo(1);
    }
}
