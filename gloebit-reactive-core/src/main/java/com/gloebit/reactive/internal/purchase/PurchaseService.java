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

/** Buying, sending again, and recovering: what all purchases of a client share. */
public final class PurchaseService {
    private final Application application;
    private final TransactVersion version;
    private final @Nullable PurchaseJournaling journal;
    private final DoubtMemory memory;
    private final Map<PurchaseKind, PurchaseMeters> meters = new EnumMap<>(PurchaseKind.class);

    /** @param lateRequestLimit how long after it was given up a request may still be carried out */
    public PurchaseService(
            Application application,
            TransactVersion version,
            Duration lateRequestLimit,
            LongSupplier nanoTime,
            MeterRegistry registry,
            @Nullable PurchaseJournaling journal) {
        this.application = application;
        this.version = version;
        this.journal = journal;
        this.memory = new DoubtMemory(application.clock(), nanoTime, lateRequestLimit);
        for (PurchaseKind kind : PurchaseKind.values()) {
            meters.put(kind, new PurchaseMeters(registry, kind));
        }
    }

    public Mono<Receipt> submit(Purchase purchase, EndpointInvoker caller) {
        PurchaseEncoder.requireKnownMembers(purchase, version);
        return submission(caller, purchase.transactionId(), purchase.kind(), version)
                .submit(purchase, total(purchase));
    }

    /** Sends a purchase again that may have happened, to the endpoint that its body was made for. */
    public Mono<Receipt> resend(PendingPurchase pending, EndpointInvoker caller) {
        PurchaseComparison.requireId(pending);
        if (journal != null) {
            PurchaseComparison.requireHolds(pending);
        }
        PurchaseComparison.requireAccount(pending, Objects.requireNonNull(caller.credential()));
        return submission(caller, pending).resend(pending);
    }

    /** Sends a purchase again if the journal has no answer to it; empty if it has. */
    public Mono<Receipt> recover(PendingPurchase pending, EndpointInvoker caller) {
        return submission(caller, pending).recover(Objects.requireNonNull(journal));
    }

    private PurchaseSubmission submission(EndpointInvoker caller, PendingPurchase pending) {
        return submission(caller, pending.transactionId(), pending.kind(), pending.version());
    }

    private PurchaseSubmission submission(
            EndpointInvoker caller, TransactionId id, PurchaseKind kind, TransactVersion version) {
        return new PurchaseSubmission(this, caller, id, kind, endpoint(kind, version));
    }

    static Endpoint<PendingPurchase, Receipt> endpoint(PurchaseKind kind, TransactVersion version) {
        if (kind == PurchaseKind.USER_PAYMENT) {
            return Endpoints.TRANSACT_USER;
        }
        return version == TransactVersion.V1 ? Endpoints.TRANSACT : Endpoints.TRANSACT_V2;
    }

    PendingPurchase encode(Purchase purchase, String username, Credential credential) {
        return PurchaseEncoder.encode(
                purchase, version, application, username, credential, journal == null ? null : journal.urls());
    }

    PurchaseMeters meters(PurchaseKind kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    DoubtMemory memory() {
        return memory;
    }

    @Nullable
    PurchaseJournaling journal() {
        return journal;
    }

    private static @Nullable BigDecimal total(Purchase purchase) {
        if (purchase instanceof UserPayment payment) {
            return payment.total();
        }
        return purchase instanceof ItemPurchase item ? item.total() : null;
    }
}
