package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a transaction has come, as the journal has it at the time of the look. It has no user data.
 *
 * @param id the application's id of it
 * @param kind what kind of purchase it is
 * @param state how far it has come
 * @param recorded when it was recorded, before it was sent
 * @param due the effect that has still to be run; null if there is none
 * @param contradiction the last word that came against what was said before: see {@link JournalEntry}; null if none did
 */
public record TransactionStatus(
        TransactionId id,
        PurchaseKind kind,
        TransactionState state,
        Instant recorded,
        @Nullable HoldStep due,
        @Nullable HoldStep contradiction) {}
