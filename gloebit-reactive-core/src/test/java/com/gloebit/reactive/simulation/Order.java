package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A purchase that the program makes, perhaps several times, and what it was told of it. */
final class Order {
    private final String payer;
    private final Purchase purchase;
    private final List<String> history = new ArrayList<>();
    private boolean accepted;
    private boolean denied;
    private boolean givenUp;
    private @Nullable PendingPurchase pending;

    Order(String payer, Purchase purchase) {
        this.payer = payer;
        this.purchase = purchase;
    }

    TransactionId id() {
        return purchase.transactionId();
    }

    String payer() {
        return payer;
    }

    Mono<Receipt> buy(AuthorizedUser user) {
        return told(user.purchase(purchase));
    }

    /** Sends it again if there is doubt. */
    Mono<Receipt> resend(AuthorizedUser user) {
        PendingPurchase known = pending;
        return known == null ? buy(user) : told(user.resend(known));
    }

    private Mono<Receipt> told(Mono<Receipt> call) {
        return call.doOnSubscribe(unused -> begin()).doOnNext(this::accept).doOnError(this::fail);
    }

    /** What was said before no longer holds: it may happen now. */
    private synchronized void begin() {
        denied = false;
        history.add("begun");
    }

    private synchronized void accept(Receipt receipt) {
        accepted = true;
        denied = false;
        history.add(receipt.state().toString());
    }

    private synchronized void fail(Throwable error) {
        if (!(error instanceof GloebitException failure)) {
            throw new AssertionError(id() + " failed with an error that is no GloebitException", error);
        }
        assertThat(Canaries.in(Canaries.printed(failure)))
                .as("secrets where it is printed")
                .isEmpty();
        denied = failure.outcome() == Outcome.NOT_DONE;
        givenUp = failure instanceof TransactionCancelledException;
        history.add(failure.getClass().getSimpleName() + " " + failure.details());
        if (failure instanceof TransactionInDoubtException doubt) {
            pending = doubt.pending();
        }
    }

    /** Somebody was told that Gloebit has it. */
    synchronized boolean isAccepted() {
        return accepted;
    }

    /** The last word was that it did not happen. */
    synchronized boolean isDenied() {
        return denied;
    }

    /** Whether that was so because the application refuses every enact. */
    synchronized boolean isGivenUp() {
        return givenUp;
    }

    @Override
    public synchronized String toString() {
        return id() + " of " + payer + " " + history;
    }
}
