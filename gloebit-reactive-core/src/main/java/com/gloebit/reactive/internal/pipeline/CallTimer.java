package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.meter.CallResult;
import com.gloebit.reactive.internal.meter.EndpointMeters;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.SignalType;

/** Times one subscription until the result of its subscriber. It is the outermost operator. */
final class CallTimer<R> extends DefaultSignalListener<R> {
    private final EndpointMeters meters;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private final AtomicBoolean recorded = new AtomicBoolean();

    CallTimer(EndpointMeters meters, LongSupplier nanoTime) {
        this.meters = meters;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    @Override
    public void doOnNext(R value) {
        record(CallResult.DONE);
    }

    @Override
    public void doOnError(Throwable error) {
        record(CallResult.of(error instanceof GloebitException failure ? failure.outcome() : Outcome.UNKNOWN));
    }

    /** Runs after the cancellation has propagated. */
    @Override
    public void doFinally(SignalType signal) {
        if (signal == SignalType.CANCEL) {
            record(CallResult.CANCELLED);
        }
    }

    private void record(CallResult result) {
        // A subscriber that cancels after the value has received the value.
        if (recorded.compareAndSet(false, true)) {
            meters.call(result, nanoTime.getAsLong() - startedAt);
        }
    }
}
