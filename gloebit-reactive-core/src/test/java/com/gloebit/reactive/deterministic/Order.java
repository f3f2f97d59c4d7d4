package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A purchase that the application makes, perhaps several times, and what it was told about it. */
final class Order {
    private static final Duration LATE_REQUEST_LIMIT = Duration.ofMinutes(30);

    private final World world;
    private final String payer;
    private final Purchase purchase;
    private final List<String> history = new ArrayList<>();
    /** The calls that have not ended, of each process. */
    private final Map<Life, Integer> underWay = new LinkedHashMap<>();

    private int resubmissions;
    private boolean isAccepted;
    private @Nullable Life acceptedBy;
    private boolean isExcused;
    private boolean isAbandoned;
    private @Nullable Boolean isSettledAsPaid;
    private @Nullable Denial denial;
    private @Nullable Denial lastDenial;
    private byte @Nullable [] stored;

    Order(World world, String payer, Purchase purchase) {
        this.world = world;
        this.payer = payer;
        this.purchase = purchase;
    }

    /**
     * That a caller was told {@code NOT_DONE}, and how things stood then.
     *
     * @param sent the number of requests of the id that had left
     * @param topUps how often the payer had been given gloebits when the first request left
     * @param isUnanswered whether one of the requests had no usable answer
     * @param isAged whether the refused request was sent so long after the last unanswered one that the client takes the
     *     refusal for the last word
     */
    record Denial(int sent, int topUps, boolean isUnanswered, boolean isAged) {}

    TransactionId id() {
        return purchase.transactionId();
    }

    String payer() {
        return payer;
    }

    /**
     * Buys it. Without holds, a process knows nothing of what others sent: what may have happened there is only sent
     * again, if it is known to be in doubt.
     */
    Mono<Receipt> buy(Life asked) {
        return observe(asked, user -> mustResend(asked) ? resendStored(user) : user.purchase(purchase));
    }

    private boolean mustResend(Life asked) {
        return !world.setting.holds() && !isAccepted && world.wire.isOpenElsewhere(id().value(), asked);
    }

    /** Sends again what was stored, if there is doubt. */
    Mono<Receipt> resend(Life asked) {
        return observe(asked, this::resendStored);
    }

    private Mono<Receipt> resendStored(AuthorizedUser user) {
        byte[] known = stored;
        if (known == null) {
            return Mono.empty();
        }
        PendingPurchase pending = PendingPurchase.decode(known);
        // What is stored while it is sent again, because this process may not live to see the answer.
        stored = pending.withUnansweredAt(null).encode();
        return user.resend(pending);
    }

    private interface Submission {
        Mono<Receipt> by(AuthorizedUser user);
    }

    private Mono<Receipt> observe(Life asked, Submission submission) {
        return asked.client()
                .user(payer)
                .flatMap(user -> Mono.defer(() -> {
                    if (isUnderWayElsewhere(asked)) {
                        return Mono.empty();
                    }
                    Mono<Receipt> call = submission.by(user);
                    boolean wasAccepted = begin(asked);
                    int submissions = resubmissions;
                    long began = world.clockwork.now();
                    return call.doOnNext(receipt -> accept(receipt, asked))
                            .doOnError(error -> fail(error, wasAccepted, submissions))
                            .doFinally(signal -> {
                                end(asked);
                                endsInTime(asked, Duration.ofNanos(world.clockwork.now() - began));
                            });
                }));
    }

    /** Without holds, only one process at a time may buy it, because none knows of the others' requests. */
    private boolean isUnderWayElsewhere(Life asked) {
        return !world.setting.holds() && underWay.keySet().stream().anyMatch(life -> life != asked);
    }

    /** The steps of the journal have limits of their own. */
    private void endsInTime(Life asked, Duration time) {
        Duration limit = world.setting.limits().deadline().plus(asked.node().paused());
        if (!world.setting.holds() && time.compareTo(limit) > 0) {
            world.fail(id() + " took " + time + " instead of " + limit + " at most");
        }
    }

    private void end(Life asked) {
        underWay.computeIfPresent(asked, (life, calls) -> calls == 1 ? null : calls - 1);
    }

    /** What was said before no longer holds: it may happen now. */
    private boolean begin(Life asked) {
        underWay.merge(asked, 1, Integer::sum);
        denial = null;
        history.add("begun by " + asked.name());
        return asked == acceptedBy;
    }

    private void accept(Receipt receipt, Life asked) {
        isAccepted = true;
        acceptedBy = asked;
        // With holds, a veto stands although another call is accepted.
        if (!world.setting.holds()) {
            denial = null;
        }
        history.add(receipt.state().toString());
    }

    /** @param submissions how often a rejected entry had been submitted again when the call began */
    private void fail(Throwable error, boolean wasAccepted, int submissions) {
        if (!(error instanceof GloebitException failure)) {
            world.fail(id() + " failed with " + error);
            return;
        }
        if (!world.setting.holds() && wasAccepted && failure.outcome() == Outcome.NOT_DONE) {
            world.fail("accepted by this process and then denied: " + this + ", " + failure);
        }
        history.add(failure.getClass().getSimpleName() + " " + failure.outcome());
        if (failure instanceof TransactionInDoubtException doubt) {
            stored = doubt.pending().encode();
        }
        // Another call that submits the purchase again after this one was rejected makes it happen after all.
        denial = submissions == resubmissions ? denialIn(failure) : null;
    }

    private @Nullable Denial denialIn(GloebitException failure) {
        if (failure.outcome() == Outcome.UNKNOWN || (isAccepted && !world.setting.holds())) {
            return null;
        }
        world.judge.denied();
        String key = id().value();
        Denial now = new Denial(
                world.wire.sent(key),
                world.wire.topUpsWhenSent(key),
                world.wire.isUnanswered(key),
                world.wire.isAnsweredAfter(key, LATE_REQUEST_LIMIT.toNanos()));
        if (underWay() > 1) {
            return now;
        }
        Denial before = lastDenial;
        lastDenial = before != null && before.sent() == now.sent() ? before : now;
        return lastDenial;
    }

    /** Its entry in the journal was rejected, and another call has submitted it again. */
    void resubmitted() {
        resubmissions++;
        denial = null;
        history.add("submitted again");
    }

    /** Its caller has died, and will not be told. */
    void died(Life dead) {
        if (underWay.remove(dead) != null) {
            byte[] known = stored;
            if (known != null) {
                stored = PendingPurchase.decode(known).withUnansweredAt(null).encode();
            }
            history.add("its process died");
        }
    }

    /** @param isPaid what {@code settlement} has said; null if it is not known */
    void settled(@Nullable Boolean isPaid) {
        isSettledAsPaid = isPaid;
        history.add("settled as paid: " + isPaid);
    }

    /** What {@code settlement} has said last; null if it has said nothing. */
    @Nullable
    Boolean isSettledAsPaid() {
        return isSettledAsPaid;
    }

    void abandoned() {
        isAbandoned = true;
        history.add("abandoned");
    }

    boolean isAbandoned() {
        return isAbandoned;
    }

    boolean isAccepted() {
        return isAccepted;
    }

    boolean isInDoubt() {
        return !isAccepted && denial == null;
    }

    boolean isResendable() {
        return stored != null && isInDoubt();
    }

    int underWay() {
        return underWay.values().stream().mapToInt(calls -> calls).sum();
    }

    @Nullable
    Denial denial() {
        return denial;
    }

    /** The denial is the exception that the documentation names. */
    void excuse() {
        denial = null;
        isExcused = true;
        history.add("queued, and booked after a top-up");
    }

    boolean isExcused() {
        return isExcused;
    }

    @Override
    public String toString() {
        return id() + " of " + payer + " " + history;
    }
}
