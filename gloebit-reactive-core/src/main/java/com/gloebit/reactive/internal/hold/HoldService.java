package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionStatus;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Wires the classes of this package together. */
public final class HoldService {
    private final HoldUrls urls;
    private final Journal journal;
    private final PurchaseJournaling journaling;
    private final HandlerRunner handlerRunner;
    private final CallbackProcessor callbackProcessor;
    private final Settlements settlements;
    private final SettlementNotifier notifier = new SettlementNotifier();
    private final Application application;
    private final ProcessResources process;

    public HoldService(
            HoldSettings settings,
            Signer signer,
            Application application,
            HoldMeters meters,
            ProcessResources process) {
        this.application = application;
        this.process = process;
        this.urls = new HoldUrls(settings.baseUri(), settings.serverPath(), signer);
        this.journal = new Journal(settings.journal(), process);
        this.journaling = new PurchaseJournaling(journal, application, urls);
        this.handlerRunner = new HandlerRunner(journal, settings, application, process.timer());
        this.callbackProcessor = new CallbackProcessor(
                urls,
                journal,
                handlerRunner,
                notifier,
                settings.enactFailures(),
                application,
                meters,
                process.nanoTime());
        this.settlements = new Settlements(journal, notifier, settings.settlementPoll(), process);
    }

    public PurchaseJournaling purchaseJournaling() {
        return journaling;
    }

    public URI uri(TransactionId id, HoldStep step) {
        return urls.uri(id, step);
    }

    public String path() {
        return urls.path();
    }

    public Mono<HoldAnswer> answer(URI request) {
        return callbackProcessor.answer(request);
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
                .doOnNext(entry -> notifier.notifyOf(id));
    }

    public Flux<TransactionId> recovery(Resending resending) {
        return newRecovery(resending).runOnce();
    }

    public Flux<TransactionId> recovery(Resending resending, Duration pause) {
        return newRecovery(resending).repeat(pause);
    }

    private Recovery newRecovery(Resending resending) {
        return new Recovery(journal, handlerRunner, resending, application, process.timer());
    }

    /** The number of transactions whose settlement is awaited on this node. */
    int waiting() {
        return notifier.size();
    }
}
