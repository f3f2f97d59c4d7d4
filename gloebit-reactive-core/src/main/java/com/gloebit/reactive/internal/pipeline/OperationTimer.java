package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.meter.EndpointMeters;
import com.gloebit.reactive.internal.meter.OperationResult;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.SignalType;

/** Times one subscription as its caller sees it, from outside of everything else. */
final class OperationTimer<R> extends DefaultSignalListener<R> {
    private final EndpointMeters meters;
    private final LongSupplier nanoTime;
    private final long began;
    private final AtomicBoolean recorded = new AtomicBoolean();

    OperationTimer(EndpointMeters meters, LongSupplier nanoTime) {
        this.meters = meters;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    @Override
    public void doOnNext(R value) {
        record(OperationResult.DONE);
    }

    @Override
    public void doOnError(Throwable error) {
        record(OperationResult.of(error instanceof GloebitException failure ? failure.outcome() : Outcome.UNKNOWN));
    }

    /** After the cancellation has gone through. */
    @Override
    public void doFinally(SignalType signal) {
        if (signal == SignalType.CANCEL) {
            record(OperationResult.CANCELLED);
        }
    }

    private void record(OperationResult result) {
        // A caller that cancels because it has the value was told the value.
        if (recorded.compareAndSet(false, true)) {
            meters.operation(result, nanoTime.getAsLong() - began);
        }
    }
}
