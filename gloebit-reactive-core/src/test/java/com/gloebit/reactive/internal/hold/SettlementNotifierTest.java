package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;

class SettlementNotifierTest {
    private static final TransactionId ID = TransactionId.of("order-1");

    private final SettlementNotifier waiters = new SettlementNotifier();
    private final List<TransactionId> heard = new ArrayList<>();

    @Test
    void aWaitReceivesItsSettlement() {
        Disposable waiter = waiters.notificationsOf(ID).subscribe(heard::add);

        waiters.notifyOf(ID);
        waiters.notifyOf(TransactionId.of("order-2"));

        assertThat(heard).containsExactly(ID);
        waiter.dispose();
    }

    @Test
    void everyWaitForOneTransactionReceivesTheSettlement() {
        Disposable first = waiters.notificationsOf(ID).subscribe(heard::add);
        Disposable second = waiters.notificationsOf(ID).subscribe(heard::add);

        waiters.notifyOf(ID);

        assertThat(heard).containsExactly(ID, ID);
        first.dispose();
        second.dispose();
    }

    /** Nobody would take it out again. */
    @Test
    void aWaitCancelledBeforeItBeganIsNotRegistered() {
        waiters.notificationsOf(ID).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                cancel();
            }
        });

        assertThat(waiters.size()).isZero();
    }

    @Test
    void endedWaitsLeaveNothingBehind() {
        Disposable first = waiters.notificationsOf(ID).subscribe(heard::add);
        Disposable second = waiters.notificationsOf(ID).subscribe(heard::add);
        assertThat(waiters.size()).isEqualTo(1);

        first.dispose();
        second.dispose();

        assertThat(waiters.size()).isZero();
        waiters.notifyOf(ID);
        assertThat(heard).isEmpty();
    }
}
