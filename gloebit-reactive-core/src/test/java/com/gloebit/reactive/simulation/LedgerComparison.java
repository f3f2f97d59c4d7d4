package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code NOT_DONE} is a lie if Gloebit books the id ever after, unless the program has asked for it again. There is one
 * exception, which the client names: without holds, a refusal for want of gloebits is taken for the last word although what
 * was refused may stay queued and be booked when the payer is topped up. It counts where nothing else could have booked it:
 * every request had a usable answer, or the one that had none was out of date.
 */
final class LedgerComparison {
    private static final AtomicLong DENIALS = new AtomicLong();
    private static final AtomicLong QUEUED = new AtomicLong();
    private static final AtomicLong QUEUED_AND_AGED = new AtomicLong();

    private final SimulatedWorld world;

    LedgerComparison(SimulatedWorld world) {
        this.world = world;
    }

    /** How often the exception was made, in all worlds. */
    static String exceptions() {
        return "NOT_DONE was said %s times; %s of those were refused, stayed queued and were booked after a top-up, %s of them after a doubt that had aged"
                .formatted(DENIALS, QUEUED.get() + QUEUED_AND_AGED.get(), QUEUED_AND_AGED);
    }

    static void denied() {
        DENIALS.incrementAndGet();
    }

    /** What left after it was told is not what it was told of. */
    void requireOf(Order order, @Nullable LedgerEntry entry) {
        order.denial()
                .filter(denial ->
                        denial.sent() == world.exchanges.sent(order.id().toString()))
                .filter(unused -> entry != null && isBooked(entry))
                .ifPresent(denial -> {
                    assertThat(isException(order, denial))
                            .as("denied and booked in %s, %s: %s, in the ledger %s", world, denial, order, entry)
                            .isTrue();
                    order.excuse();
                    (denial.unanswered() ? QUEUED_AND_AGED : QUEUED).incrementAndGet();
                });
    }

    /** With holds, the application can still refuse what is held, and does. */
    private boolean isBooked(LedgerEntry entry) {
        return entry.state() == State.COMMITTED || (entry.state() == State.HELD && !world.holds);
    }

    private boolean isException(Order order, Denial denial) {
        return world.poorMayQueue
                && !world.holds
                && (!denial.unanswered() || denial.aged())
                && (order.isExcused() || world.topUps(order.payer()) > denial.topUps());
    }
}
