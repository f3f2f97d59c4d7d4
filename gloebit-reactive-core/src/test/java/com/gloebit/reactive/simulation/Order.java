package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A purchase that the program makes, perhaps several times, and what it was told of it. */
final class Order {
    private final SimulatedWorld world;
    private final String payer;
    private final Purchase purchase;
    private final List<String> history = new ArrayList<>();
    /** Without holds it is the last word. */
    private boolean accepted;

    private @Nullable Object acceptedBy;
    private boolean excused;
    private int underWay;

    private @Nullable Denial denial;
    /**
     * The same, whatever was begun since. Told again with nothing sent in between, it is the same denial. Of two calls at
     * once, one can be told before the request of the other leaves and be counted after it.
     */
    private @Nullable Denial lastDenial;

    private @Nullable PendingPurchase pending;

    Order(SimulatedWorld world, String payer, Purchase purchase) {
        this.world = world;
        this.payer = payer;
        this.purchase = purchase;
    }

    TransactionId id() {
        return purchase.transactionId();
    }

    String payer() {
        return payer;
    }

    /**
     * Buys it. Without holds, a node knows nothing of what others sent: what may have happened there is not bought again,
     * but sent again, if it is known to be in doubt.
     */
    Mono<Receipt> buy(AuthorizedUser user) {
        return !world.holds && !isAccepted() && world.exchanges.isOpenBefore(id().toString(), world.node())
                ? resend(user)
                : told(user.purchase(purchase));
    }

    /** Sends it again if there is doubt. */
    Mono<Receipt> resend(AuthorizedUser user) {
        PendingPurchase known = pending;
        return known == null ? Mono.empty() : told(user.resend(known));
    }

    private Mono<Receipt> told(Mono<Receipt> call) {
        return Mono.defer(() -> {
            Object node = world.node();
            boolean isAccepted = begin(node);
            return call.doOnNext(receipt -> accept(receipt, node))
                    .doOnError(error -> fail(error, isAccepted))
                    .doFinally(signal -> end());
        });
    }

    /** What was said before no longer holds: it may happen now. */
    private synchronized boolean begin(Object node) {
        underWay++;
        denial = null;
        history.add("begun");
        return node == acceptedBy;
    }

    private synchronized void end() {
        underWay--;
    }

    private synchronized void accept(Receipt receipt, Object node) {
        accepted = true;
        acceptedBy = node;
        denial = null;
        history.add(receipt.state().toString());
    }

    /** @param isAccepted whether the node had accepted it before the call began */
    private synchronized void fail(Throwable error, boolean isAccepted) {
        if (!(error instanceof GloebitException failure)) {
            throw new AssertionError(id() + " failed with an error that is no GloebitException", error);
        }
        assertThat(Canaries.in(Canaries.printed(failure)))
                .as("secrets where it is printed")
                .isEmpty();
        if (!world.holds) {
            assertThat(isAccepted && failure.outcome() == Outcome.NOT_DONE)
                    .as("accepted by this node and then denied: %s, %s", this, failure)
                    .isFalse();
        }
        denial = denialIn(failure);
        history.add(failure.getClass().getSimpleName() + " " + failure.details());
        if (failure instanceof TransactionInDoubtException doubt) {
            pending = doubt.pending();
        }
    }

    private @Nullable Denial denialIn(GloebitException failure) {
        if (failure.outcome() == Outcome.UNKNOWN || (accepted && !world.holds)) {
            return null;
        }
        LedgerComparison.denied();
        Denial now = Denial.now(world, this);
        if (underWay > 1) {
            return now;
        }
        Denial before = lastDenial;
        lastDenial = before != null && before.sent() == now.sent() ? before : now;
        return lastDenial;
    }

    /** Somebody was told that Gloebit has it. */
    synchronized boolean isAccepted() {
        return accepted;
    }

    /** Nobody was told that it happened, nor that it did not. */
    synchronized boolean isInDoubt() {
        return !accepted && denial == null;
    }

    /** Whether the last word was that it did not happen: of two calls at once, that of the one that ended last. */
    synchronized Optional<Denial> denial() {
        return Optional.ofNullable(denial);
    }

    /** The denial was found to be one that the client warns of. */
    synchronized void excuse() {
        denial = null;
        excused = true;
        history.add("queued, and booked after a top-up");
    }

    /** Whether it was booked by the exception; it stays booked, whatever a later request is answered. */
    synchronized boolean isExcused() {
        return excused;
    }

    @Override
    public synchronized String toString() {
        return id() + " of " + payer + " " + history;
    }
}
