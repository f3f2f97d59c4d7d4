package com.gloebit.examples.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private static final TransactionId ORDER = TransactionId.of("order-1");
    private static final HeldTransaction TRANSACTION = HeldTransaction.of(ItemPurchase.of(ORDER, "lantern", 12), "ada");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Fulfilment fulfilment = new Fulfilment();

    @Test
    void deliversOnceHoweverOftenItIsCalled() {
        fulfilment.consume(TRANSACTION).block(PATIENCE);
        fulfilment.consume(TRANSACTION).block(PATIENCE);

        assertThat(fulfilment.delivered()).containsExactly(ORDER);
        fulfilment.ended(ORDER).block(PATIENCE);
    }

    @Test
    void deliversNothingThatWasRolledBack() {
        fulfilment.cancel(TRANSACTION).block(PATIENCE);

        assertThat(fulfilment.delivered()).isEmpty();
        fulfilment.ended(ORDER).block(PATIENCE);
    }

    @Test
    void refusesWhatIsSoldOutAndNothingElse() {
        assertThat(decision().isApproved()).isTrue();

        fulfilment.sellOut(ORDER);

        assertThat(decision().isApproved()).isFalse();
        assertThat(decision().reason()).isEqualTo("sold out");
    }

    @Test
    void hasNotEndedBeforeGloebitsLastWord() {
        decision();

        assertThat(fulfilment.ended(ORDER).toFuture()).isNotDone();
    }

    private EnactDecision decision() {
        return Objects.requireNonNull(fulfilment.enact(TRANSACTION).block(PATIENCE));
    }
}
