package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.meter.PurchaseMeters;
import com.gloebit.reactive.transaction.Receipt;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.SignalType;

/**
 * Counts the result of one subscription. It encloses the lookup of the name, the journal and the call, which can change
 * the result.
 */
final class PurchaseObservation extends DefaultSignalListener<Receipt> {
    private final PurchaseMeters meters;
    private final @Nullable BigDecimal amount;
    private final BooleanSupplier mayHappen;

    /**
     * @param amount the amount paid; null if it is not known
     * @param mayHappen whether the purchase may still be carried out after the subscription is cancelled
     */
    PurchaseObservation(PurchaseMeters meters, @Nullable BigDecimal amount, BooleanSupplier mayHappen) {
        this.meters = meters;
        this.amount = amount;
        this.mayHappen = mayHappen;
    }

    @Override
    public void doOnNext(Receipt receipt) {
        meters.accepted();
        if (amount != null) {
            meters.amount(amount);
        }
    }

    @Override
    public void doOnError(Throwable error) {
        if (error instanceof GloebitException failure) {
            if (failure.outcome() == Outcome.UNKNOWN) {
                meters.inDoubt();
            } else {
                meters.failed(failure);
            }
        }
    }

    /** Runs after the cancellation has propagated: until then a request may still be sent. */
    @Override
    public void doFinally(SignalType signal) {
        if (signal == SignalType.CANCEL && mayHappen.getAsBoolean()) {
            meters.inDoubt();
        }
    }
}
