package com.gloebit.reactive.internal.meter;

import com.gloebit.reactive.internal.answer.FailureKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The timers of one endpoint. Each is looked up in the registry once, on first use. */
@SuppressWarnings("EnumOrdinal") // as the index of an array, never stored
public final class EndpointMeters {
    private static final int STATUS_CLASSES = 6;
    private static final String[] ERRORS = errors();
    private static final int NO_ERROR = ERRORS.length - 2;
    private static final int CANCELLED = ERRORS.length - 1;

    private final MeterRegistry registry;
    private final String endpoint;
    private final AtomicReferenceArray<@Nullable Timer> calls = new AtomicReferenceArray<>(CallResult.values().length);
    private final AtomicReferenceArray<@Nullable Timer> attempts =
            new AtomicReferenceArray<>(STATUS_CLASSES * ERRORS.length);

    public EndpointMeters(MeterRegistry registry, String endpoint) {
        this.registry = registry;
        this.endpoint = endpoint;
    }

    private static String[] errors() {
        FailureKind[] kinds = FailureKind.values();
        String[] errors = new String[kinds.length + 2];
        for (FailureKind kind : kinds) {
            errors[kind.ordinal()] = kind.tag();
        }
        errors[kinds.length] = "none";
        errors[kinds.length + 1] = "cancelled";
        return errors;
    }

    public void call(CallResult result, long nanos) {
        Timer timer = calls.get(result.ordinal());
        if (timer == null) {
            timer = register(MeterName.OPERATION, meter -> meter.tag("outcome", result.tag()));
            if (timer == null) {
                return;
            }
            calls.set(result.ordinal(), timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    public void attemptSucceeded(long nanos) {
        attempt(2, NO_ERROR, nanos);
    }

    public void attemptFailed(FailureKind kind, @Nullable Integer httpStatus, long nanos) {
        attempt(httpStatus == null ? 0 : Math.min(httpStatus / 100, STATUS_CLASSES - 1), kind.ordinal(), nanos);
    }

    public void attemptCancelled(long nanos) {
        attempt(0, CANCELLED, nanos);
    }

    private void attempt(int statusClass, int error, long nanos) {
        int index = statusClass * ERRORS.length + error;
        Timer timer = attempts.get(index);
        if (timer == null) {
            timer = register(
                    MeterName.ATTEMPT,
                    meter -> meter.tag("status", statusClass == 0 ? "none" : statusClass + "xx")
                            .tag("error", ERRORS[error]));
            if (timer == null) {
                return;
            }
            attempts.set(index, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private @Nullable Timer register(MeterName name, UnaryOperator<Timer.Builder> tags) {
        return Registration.attempt(
                name,
                () -> tags.apply(Timer.builder(name.text())
                                .description(name.description())
                                .tag("endpoint", endpoint))
                        .register(registry));
    }
}
