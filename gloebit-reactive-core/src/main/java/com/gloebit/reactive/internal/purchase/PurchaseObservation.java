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

/** Counts what the caller of one subscription was told, from outside of everything that decides it. */
final class PurchaseObservation extends DefaultSignalListener<Receipt> {
    private final PurchaseMeters meters;
    private final @Nullable BigDecimal amount;
    private final BooleanSupplier mayHappen;

    /**
     * @param amount what is paid; null where it is not known
     * @param mayHappen whether a subscription that is cancelled now leaves something that may be carried out
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

    /** After the cancellation has gone through: until then a request may still go out. */
    @Override
    public void doFinally(SignalType signal) {
        if (signal == SignalType.CANCEL && mayHappen.getAsBoolean()) {
            meters.inDoubt();
        }
    }
}
