package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.transaction.Receipt;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * How recovery sends a purchase again.
 *
 * @param send empty if there is nothing to send, or no credential for it
 * @param lease for how long other nodes leave it alone, and how long it may take
 * @param isClosed whether nothing is sent any more: a node that goes takes no purchase from those that stay
 */
public record Resending(Function<JournalEntry, Mono<Receipt>> send, Duration lease, BooleanSupplier isClosed) {}
