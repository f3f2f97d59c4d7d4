package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionStatus;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Everything behind the callbacks, put together. */
public final class HoldService {
    private final HoldUrls urls;
    private final Journal journal;
    private final PurchaseJournaling purchases;
    private final HandlerRunner effects;
    private final CallbackProcessor steps;
    private final Settlements settlements;
    private final SettlementNotifier waiters = new SettlementNotifier();
    private final Application application;
    private final Scheduler timer;

    public HoldService(
            HoldSettings settings, Signer signer, Application application, HoldMeters meters, Scheduler timer) {
        this.application = application;
        this.timer = timer;
        this.urls = new HoldUrls(settings.baseUri(), settings.serverPath(), signer);
        this.journal = new Journal(settings.journal(), timer);
        this.purchases = new PurchaseJournaling(journal, application, urls);
        this.effects = new HandlerRunner(journal, settings, application, timer);
        this.steps =
                new CallbackProcessor(urls, journal, effects, waiters, settings.enactFailures(), application, meters);
        this.settlements = new Settlements(journal, waiters, settings.settlementPoll(), timer);
    }

    public PurchaseJournaling purchases() {
        return purchases;
    }

    public URI uri(TransactionId id, HoldStep step) {
        return urls.uri(id, step);
    }

    public String path() {
        return urls.path();
    }

    public Mono<HoldAnswer> answer(URI request) {
        return steps.answer(request);
    }

    public Mono<Void> settlement(TransactionId id) {
        return settlements.await(id);
    }

    public Mono<TransactionStatus> status(TransactionId id) {
        return journal.find(id)
                .map(entry -> new TransactionStatus(
                        entry.id(),
                        entry.purchase().kind(),
                        entry.state(),
                        entry.recorded(),
                        entry.due(),
                        entry.contradiction()));
    }

    public Mono<JournalEntry> abandon(TransactionId id) {
        return journal.update(id, entry -> TransactionStateMachine.abandoned(entry, application.now()))
                .doOnNext(entry -> waiters.notifyOf(id));
    }

    public Flux<TransactionId> recovery(Resending resending) {
        return look(resending).runOnce();
    }

    public Flux<TransactionId> recovery(Resending resending, Duration pause) {
        return look(resending).repeat(pause);
    }

    private Recovery look(Resending resending) {
        return new Recovery(journal, effects, resending, application, timer);
    }

    /** How many transactions are waited for on this node. */
    int waiting() {
        return waiters.size();
    }
}
