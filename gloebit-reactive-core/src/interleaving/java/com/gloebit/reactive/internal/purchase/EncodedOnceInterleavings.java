package com.gloebit.reactive.internal.purchase;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedOnceInterleavings {
    private static final List<PendingPurchase> ENCODINGS = List.of(encoding(1), encoding(2), encoding(3));

    @Test
    void allSubscriptionsSendTheSame() {
        explore(() -> {
            EncodedOnce encodedOnce = new EncodedOnce();
            PendingPurchase[] sent = new PendingPurchase[3];
            threads(
                    () -> sent[0] = submit(encodedOnce, 0),
                    () -> sent[1] = submit(encodedOnce, 1),
                    () -> sent[2] = submit(encodedOnce, 2));
            require(
                    Arrays.stream(sent).allMatch(each -> each.equals(encodedOnce.get())),
                    "all subscriptions of a purchase send the same bytes");
        });
    }

    /** As {@code PurchaseSubmission.submit} does. */
    private static PendingPurchase submit(EncodedOnce encodedOnce, int number) {
        PendingPurchase pending = encodedOnce.get();
        if (pending != null) {
            return pending;
        }
        PendingPurchase encoded = ENCODINGS.get(number);
        PendingPurchase first = encodedOnce.keepOrEarlier(encoded);
        return first == null ? encoded : first;
    }

    private static PendingPurchase encoding(int number) {
        return PendingPurchase.of(
                TransactionId.of("order-1"), PurchaseKind.ITEM, TransactVersion.V2, null, new byte[] {(byte) number});
    }
}
