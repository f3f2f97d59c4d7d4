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
 * @param send sends the purchase of an entry; empty if there is nothing to send, or no credential for its user
 * @param lease how long a send may take, and how long other nodes leave the entry alone
 * @param isClosed whether the client is closed; a closing node must not lease purchases that other nodes could send
 */
public record Resending(Function<JournalEntry, Mono<Receipt>> send, Duration lease, BooleanSupplier isClosed) {}
