package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a transaction, as the journal had it when it was read. It contains no user data.
 *
 * @param id the application's id of the transaction
 * @param kind the kind of purchase
 * @param state the state of the transaction
 * @param recorded the time of the first record, before the purchase was sent
 * @param due the effect that has not succeeded yet; null if there is none
 * @param contradiction a final callback that contradicts an earlier one or a veto, see {@link JournalEntry}; null if there
 *     was none
 */
public record TransactionStatus(
        TransactionId id,
        PurchaseKind kind,
        TransactionState state,
        Instant recorded,
        @Nullable HoldStep due,
        @Nullable HoldStep contradiction) {}
