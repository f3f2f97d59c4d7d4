package com.gloebit.reactive.internal.meter;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.transaction.PurchaseKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The meters of one kind of purchase. */
public final class PurchaseMeters {
    private final MeterRegistry registry;
    private final String kind;
    private final Counter accepted;
    private final Counter inDoubt;
    private final DistributionSummary amount;
    private final ConcurrentMap<String, Counter> failed = new ConcurrentHashMap<>();

    public PurchaseMeters(MeterRegistry registry, PurchaseKind kind) {
        this.registry = registry;
        this.kind = dashed(kind);
        this.accepted = counter(MeterName.PURCHASES_ACCEPTED).register(registry);
        this.inDoubt = counter(MeterName.PURCHASES_IN_DOUBT).register(registry);
        this.amount = DistributionSummary.builder(MeterName.PURCHASES_AMOUNT.text())
                .description(MeterName.PURCHASES_AMOUNT.description())
                .tag("kind", this.kind)
                .baseUnit("gloebits")
                .register(registry);
    }

    public void accepted() {
        accepted.increment();
    }

    public void amount(BigDecimal gloebits) {
        amount.record(gloebits.doubleValue());
    }

    public void inDoubt() {
        inDoubt.increment();
    }

    public void failed(GloebitException failure) {
        Counter counter = failed.computeIfAbsent(tag(failure), this::failedCounter);
        if (counter != null) {
            counter.increment();
        }
    }

    private @Nullable Counter failedCounter(String tag) {
        return Registration.attempt(
                MeterName.PURCHASES_FAILED,
                () -> counter(MeterName.PURCHASES_FAILED).tag("failure", tag).register(registry));
    }

    private Counter.Builder counter(MeterName name) {
        return Counter.builder(name.text()).description(name.description()).tag("kind", kind);
    }

    private static String tag(GloebitException failure) {
        if (failure instanceof TransactionRejectedException rejected) {
            return dashed(rejected.failure());
        }
        if (failure instanceof CallBlockedException blocked) {
            return dashed(blocked.blockedBy());
        }
        if (failure instanceof AccessTokenInvalidException || failure instanceof AuthorizationFailedException) {
            return "access-token-invalid";
        }
        if (failure instanceof ScopeMissingException) {
            return "scope-missing";
        }
        if (failure instanceof UsernameRequiredException) {
            return "username-required";
        }
        if (failure instanceof ServiceUnreachableException) {
            return "unreachable";
        }
        if (failure instanceof UnexpectedStatusException) {
            return "unexpected-status";
        }
        if (failure instanceof UnreadableAnswerException) {
            return "unreadable-answer";
        }
        return failure instanceof RequestRefusedException ? "request-refused" : "other";
    }

    private static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
