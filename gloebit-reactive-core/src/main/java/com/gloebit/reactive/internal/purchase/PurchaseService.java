package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.hold.PurchaseJournaling;
import com.gloebit.reactive.internal.meter.PurchaseMeters;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Submits, resends and recovers purchases. Holds the state that all purchases of a client share. */
public final class PurchaseService {
    private final Application application;
    private final TransactVersion version;
    private final @Nullable PurchaseJournaling journaling;
    private final DoubtMemory memory;
    private final Map<PurchaseKind, PurchaseMeters> meters = new EnumMap<>(PurchaseKind.class);

    /** @param lateRequestLimit how long Gloebit may still carry out a request after its attempt was given up */
    public PurchaseService(
            Application application,
            TransactVersion version,
            Duration lateRequestLimit,
            LongSupplier nanoTime,
            MeterRegistry registry,
            @Nullable PurchaseJournaling journaling) {
        this.application = application;
        this.version = version;
        this.journaling = journaling;
        this.memory = new DoubtMemory(application.clock(), nanoTime, lateRequestLimit);
        for (PurchaseKind kind : PurchaseKind.values()) {
            meters.put(kind, new PurchaseMeters(registry, kind));
        }
    }

    public Mono<Receipt> submit(Purchase purchase, EndpointInvoker invoker) {
        PurchaseEncoder.requireKnownMembers(purchase, version);
        return submission(invoker, purchase.transactionId(), purchase.kind(), version)
                .submit(purchase, total(purchase));
    }

    /** Resends a purchase that may have happened, to the endpoint that its body was encoded for. */
    public Mono<Receipt> resend(PendingPurchase pending, EndpointInvoker invoker) {
        PurchaseComparison.requireId(pending);
        if (journaling != null) {
            PurchaseComparison.requireHolds(pending);
        }
        PurchaseComparison.requireAccount(pending, Objects.requireNonNull(invoker.credential()));
        return submission(invoker, pending).resend(pending);
    }

    /** Resends a purchase if it is unanswered in the journal; returns empty if it was answered. */
    public Mono<Receipt> recover(PendingPurchase pending, EndpointInvoker invoker) {
        return submission(invoker, pending).recover(Objects.requireNonNull(journaling));
    }

    private PurchaseSubmission submission(EndpointInvoker invoker, PendingPurchase pending) {
        return submission(invoker, pending.transactionId(), pending.kind(), pending.version());
    }

    private PurchaseSubmission submission(
            EndpointInvoker invoker, TransactionId id, PurchaseKind kind, TransactVersion version) {
        return new PurchaseSubmission(this, invoker, id, kind, endpoint(kind, version));
    }

    static Endpoint<PendingPurchase, Receipt> endpoint(PurchaseKind kind, TransactVersion version) {
        if (kind == PurchaseKind.USER_PAYMENT) {
            return Endpoints.TRANSACT_USER;
        }
        return version == TransactVersion.V1 ? Endpoints.TRANSACT : Endpoints.TRANSACT_V2;
    }

    PendingPurchase encode(Purchase purchase, String username, Credential credential) {
        return PurchaseEncoder.encode(
                purchase, version, application, username, credential, journaling == null ? null : journaling.urls());
    }

    PurchaseMeters meters(PurchaseKind kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    DoubtMemory memory() {
        return memory;
    }

    @Nullable
    PurchaseJournaling journaling() {
        return journaling;
    }

    private static @Nullable BigDecimal total(Purchase purchase) {
        if (purchase instanceof UserPayment payment) {
            return payment.total();
        }
        return purchase instanceof ItemPurchase item ? item.total() : null;
    }
}
