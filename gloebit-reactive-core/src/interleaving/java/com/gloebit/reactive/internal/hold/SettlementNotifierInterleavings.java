package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import com.gloebit.reactive.transaction.TransactionId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

class SettlementNotifierInterleavings {
    private static final TransactionId ID = TransactionId.of("order-1");

    @Test
    void aNotificationAfterSubscriptionIsHeard() {
        explore(() -> {
            SettlementNotifier notifier = new SettlementNotifier();
            Waiter waiter = new Waiter();
            AtomicBoolean subscribed = new AtomicBoolean();
            boolean[] owed = new boolean[1];
            threads(
                    () -> {
                        notifier.notificationsOf(ID).subscribe(waiter);
                        subscribed.set(true);
                    },
                    () -> {
                        owed[0] = subscribed.get();
                        notifier.notifyOf(ID);
                    });
            require(!owed[0] || waiter.heard.get() == 1, "a notification after the subscription is heard");
        });
    }

    @Test
    void aWaiterThatEndsTakesNoOtherWithIt() {
        explore(() -> {
            SettlementNotifier notifier = new SettlementNotifier();
            Waiter staying = new Waiter();
            Waiter ending = new Waiter();
            notifier.notificationsOf(ID).subscribe(ending);
            threads(() -> notifier.notificationsOf(ID).subscribe(staying), ending::cancel);
            notifier.notifyOf(ID);
            require(staying.heard.get() == 1, "a notification after the subscription is heard");
            require(ending.heard.get() == 0, "a waiter that ended hears nothing");
            staying.cancel();
            require(notifier.size() == 0, "no waiter is left after it ended");
        });
    }

    @Test
    void aWaiterThatEndsWhileItSubscribesIsNotLeft() {
        explore(() -> {
            SettlementNotifier notifier = new SettlementNotifier();
            Waiter waiter = new Waiter();
            threads(() -> notifier.notificationsOf(ID).subscribe(waiter), waiter::cancel);
            waiter.cancel();
            require(notifier.size() == 0, "no waiter is left after it ended");
        });
    }

    private static final class Waiter implements CoreSubscriber<TransactionId> {
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

        @Override
        public void onSubscribe(Subscription subscription) {
            this.subscription.set(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(TransactionId id) {
            heard.incrementAndGet();
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("nothing completes it");
        }

        /** Does nothing if it has not subscribed yet. */
        void cancel() {
            Subscription present = subscription.get();
            if (present != null) {
                present.cancel();
            }
        }
    }
}
