package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.Application;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.hold.HoldUrls;
import com.gloebit.reactive.internal.hold.Sameness;
import com.gloebit.reactive.internal.hold.Submissions;
import com.gloebit.reactive.internal.hold.Submissions.Recorded;
import com.gloebit.reactive.internal.meter.PurchaseMeters;
import com.gloebit.reactive.internal.pipeline.CallObserver;
import com.gloebit.reactive.internal.pipeline.Caller;
import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Buying: the payer's name is found, the body is frozen, and from then on every subscription sends one body. */
public final class Purchasing {
    /** As for a name that the caller gives. */
    private static final int MAX_USERNAME = 255;

    private final Application application;
    private final TransactVersion version;
    private final @Nullable Submissions submissions;
    private final Map<PurchaseKind, PurchaseMeters> meters = new EnumMap<>(PurchaseKind.class);

    public Purchasing(
            Application application,
            TransactVersion version,
            MeterRegistry registry,
            @Nullable Submissions submissions) {
        this.submissions = submissions;
        this.application = application;
        this.version = version;
        for (PurchaseKind kind : PurchaseKind.values()) {
            meters.put(kind, new PurchaseMeters(registry, kind));
        }
    }

    /** The frozen body belongs to the {@code Mono}: a second subscription sends the same bytes, and inherits the doubt. */
    public Mono<Receipt> submit(Purchase purchase, Caller caller) {
        AtomicReference<@Nullable Frozen> frozen = new AtomicReference<>();
        Observer observer = new Observer(meters(PurchaseBody.kind(purchase)), PurchaseBody.total(purchase));
        return Mono.defer(() -> {
            Frozen before = frozen.get();
            return before != null
                    ? carriedOut(before, caller, observer, true)
                    : payer(purchase, caller, frozen)
                            .doOnError(GloebitException.class, observer::failed)
                            .flatMap(payer -> {
                                Frozen own = new Frozen(body(purchase, payer, caller));
                                Frozen raced = frozen.compareAndExchange(null, own);
                                return carriedOut(raced == null ? own : raced, caller, observer, raced != null);
                            });
        });
    }

    /** Sends a purchase again that may have happened. */
    public Mono<Receipt> resend(PendingPurchase pending, Caller caller) {
        PurchaseBody.requireId(pending);
        PurchaseBody.requireAccount(pending, credential(caller));
        Frozen frozen = new Frozen(pending);
        Observer observer = new Observer(meters(pending.kind()), null);
        return Mono.defer(() -> {
            frozen.wasSentBefore();
            return carriedOut(frozen, caller, observer, true);
        });
    }

    /** Sends a purchase again if it is unanswered still: a veto is lifted by who buys, not by recovery. */
    public Mono<Receipt> recover(PendingPurchase pending, Caller caller) {
        Frozen frozen = new Frozen(pending);
        Observer observer = new Observer(meters(pending.kind()), null);
        return Objects.requireNonNull(submissions)
                .unanswered(pending.transactionId())
                .doOnNext(kept -> PurchaseBody.requireAccount(kept.purchase(), credential(caller)))
                .flatMap(kept -> sent(kept, frozen, caller, observer));
    }

    /** @param again whether it is this purchase that the journal has, if it has these bytes */
    private Mono<Receipt> carriedOut(Frozen frozen, Caller caller, Observer observer, boolean again) {
        return recorded(frozen.purchase(), caller, again)
                .onErrorMap(CallBlockedException.class, frozen::keptBack)
                .doOnError(TransactionInDoubtException.class, unwritten -> frozen.mayBeRecorded())
                .doOnError(GloebitException.class, observer::failed)
                .flatMap(recorded -> sent(recorded, frozen, caller, observer));
    }

    /** With a journal, nothing is sent that it does not hold. */
    private Mono<Receipt> sent(Recorded recorded, Frozen frozen, Caller caller, Observer observer) {
        frozen.goesOut();
        if (recorded.inDoubt()) {
            frozen.doubt().arises();
        }
        Mono<Receipt> call = call(recorded.purchase(), frozen.doubt(), caller, observer);
        return submissions == null ? call : submissions.answered(recorded, call);
    }

    private PendingPurchase body(Purchase purchase, String username, Caller caller) {
        HoldUrls urls = submissions == null ? null : submissions.urls();
        return PurchaseBody.freeze(purchase, application, username, credential(caller), urls);
    }

    private Mono<Recorded> recorded(PendingPurchase purchase, Caller caller, boolean again) {
        return submissions == null
                ? Mono.just(new Recorded(purchase, false))
                : submissions.record(
                        purchase,
                        kept -> sameness(
                                kept, purchase, caller, again && kept.purchase().equals(purchase)),
                        caller.user(),
                        caller.limits().deadline(),
                        Endpoints.TRANSACT.name());
    }

    /** @param isOwn whether the journal has what the caller brings back, byte for byte */
    private static Sameness sameness(JournalEntry kept, PendingPurchase purchase, Caller caller, boolean isOwn) {
        boolean areKnown = caller.user() != null && kept.user() != null;
        boolean isOneKey = areKnown && Objects.equals(caller.user(), kept.user());
        if (areKnown && !isOneKey) {
            return Sameness.OTHER;
        }
        Sameness found = PurchaseBody.compared(kept.purchase(), purchase, isOneKey || isOwn);
        return found == Sameness.SAME && PurchaseBody.isOfAnother(kept.purchase(), credential(caller))
                ? Sameness.PERHAPS
                : found;
    }

    private static Credential credential(Caller caller) {
        return Objects.requireNonNull(caller.credential());
    }

    private PurchaseMeters meters(PurchaseKind kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    private Mono<String> payer(Purchase purchase, Caller caller, AtomicReference<@Nullable Frozen> frozen) {
        String username = purchase.details().username();
        return username != null
                ? Mono.just(username)
                : lookedUp(caller).onErrorResume(GloebitException.class, failure -> {
                    // Another subscription may have found the name out meanwhile.
                    Frozen raced = frozen.get();
                    return raced == null
                            ? nameless(purchase, caller, failure)
                            : Mono.just(PurchaseBody.username(raced.purchase()));
                });
    }

    private static Mono<String> lookedUp(Caller caller) {
        return Mono.defer(() -> {
                    GloebitException refused = refusedBeforeLookUp(credential(caller));
                    return refused == null ? caller.call(Endpoints.USER_INFO) : Mono.error(refused);
                })
                .map(UserInfo::name)
                .filter(name -> name.length() <= MAX_USERNAME)
                .switchIfEmpty(Mono.error(() -> new UsernameRequiredException(beforeSending(), null)));
    }

    /** The journal may have the purchase from before, and with it a name. */
    private Mono<String> nameless(Purchase purchase, Caller caller, GloebitException failure) {
        Submissions journal = submissions;
        if (journal == null) {
            return Mono.error(failure);
        }
        PendingPurchase nameless = body(purchase, "", caller);
        return journal.nameless(
                        purchase.transactionId(),
                        kept -> sameness(kept, nameless, caller, false),
                        Endpoints.TRANSACT.name(),
                        failure)
                .map(PurchaseBody::username)
                .switchIfEmpty(Mono.error(failure));
    }

    private static @Nullable GloebitException refusedBeforeLookUp(Credential credential) {
        Set<Scope> granted = credential.scopes();
        if (granted == null) {
            return null;
        }
        if (!granted.contains(Scope.TRANSACT)) {
            return new ScopeMissingException(Scope.TRANSACT, beforeSending());
        }
        return Scope.USER.isAllowedBy(granted) ? null : new UsernameRequiredException(beforeSending(), null);
    }

    private static FailureDetails beforeSending() {
        return FailureDetails.beforeSending(Endpoints.TRANSACT.name());
    }

    private Endpoint<PendingPurchase, Receipt> row(PendingPurchase pending) {
        if (pending.kind() == PurchaseKind.USER_PAYMENT) {
            return Endpoints.TRANSACT_USER;
        }
        return version == TransactVersion.V1 ? Endpoints.TRANSACT : Endpoints.TRANSACT_V2;
    }

    private Mono<Receipt> call(PendingPurchase body, DoubtLedger doubt, Caller caller, Observer observer) {
        return caller.pipeline().run(Call.of(row(body), body, credential(caller)), caller.limits(), observer, doubt);
    }

    private record Observer(PurchaseMeters meters, @Nullable BigDecimal amount) implements CallObserver<Receipt> {
        @Override
        public void succeeded(Receipt receipt) {
            meters.accepted();
            if (amount != null) {
                meters.amount(amount);
            }
        }

        @Override
        public void failed(GloebitException failure) {
            if (failure.outcome() == Outcome.UNKNOWN) {
                meters.inDoubt();
            } else {
                meters.failed(failure);
            }
        }

        @Override
        public void cancelled(Outcome outcome) {
            if (outcome == Outcome.UNKNOWN) {
                meters.inDoubt();
            }
        }
    }
}
