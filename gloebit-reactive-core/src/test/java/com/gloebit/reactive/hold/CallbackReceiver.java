package com.gloebit.reactive.hold;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An application that is called about one transaction, order-1, which it bought. */
final class CallbackReceiver implements HoldHandler {
    static final TransactionId ID = TransactionId.of("order-1");

    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry meters = CanaryMeters.watched();
    final TransactionJournal journal = TransactionJournal.inMemory();

    /** What was run, in order. */
    final List<HoldStep> ran = new CopyOnWriteArrayList<>();

    final List<HeldTransaction> seen = new CopyOnWriteArrayList<>();

    Mono<EnactDecision> decision = Mono.just(EnactDecision.approve());
    Mono<Void> delivery = Mono.empty();

    final HoldSettings settings;
    final GloebitClient gloebit;

    CallbackReceiver(UnaryOperator<HoldSettings> change) {
        settings = change.apply(HoldSettings.of(URI.create("https://app.example/holds"), journal, this));
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(URI.create("http://127.0.0.1:1/")))
                .signingKey(new byte[32])
                .meterRegistry(meters)
                .clock(clock)
                .holds(settings)
                .build();
        bought(ID);
    }

    CallbackReceiver() {
        this(settings -> settings);
    }

    void bought(TransactionId id) {
        journal.record(new JournalEntry(
                        Given.torches(id),
                        "ada",
                        clock.instant(),
                        TransactionState.QUEUED,
                        null,
                        0,
                        null,
                        null,
                        null,
                        0))
                .block(Given.PATIENCE);
    }

    /** Order-1 is to be sent again, for this user if there is one. */
    JournalEntry inDoubt(@Nullable String user) {
        JournalEntry before = entry();
        Instant now = clock.instant();
        JournalEntry doubtful = new JournalEntry(
                before.purchase(),
                user,
                now,
                TransactionState.IN_DOUBT,
                null,
                0,
                null,
                now,
                null,
                before.version() + 1);
        journal.replace(before, doubtful).block(Given.PATIENCE);
        return doubtful;
    }

    @Override
    public Mono<EnactDecision> enact(HeldTransaction transaction) {
        return Mono.defer(() -> {
            ran.add(HoldStep.ENACT);
            seen.add(transaction);
            return decision;
        });
    }

    @Override
    public Mono<Void> consume(HeldTransaction transaction) {
        return Mono.defer(() -> {
            ran.add(HoldStep.CONSUME);
            seen.add(transaction);
            return delivery;
        });
    }

    @Override
    public Mono<Void> cancel(HeldTransaction transaction) {
        return Mono.fromRunnable(() -> {
            ran.add(HoldStep.CANCEL);
            seen.add(transaction);
        });
    }

    Mono<HoldAnswer> calling(HoldStep step) {
        return calling(ID, step);
    }

    Mono<HoldAnswer> calling(TransactionId id, HoldStep step) {
        return gloebit.holds().answer(gloebit.holds().callbackUri(id, step));
    }

    String called(HoldStep step) {
        return Objects.requireNonNull(calling(step).block(Given.PATIENCE)).body();
    }

    List<TransactionId> recovered(Duration later) {
        clock.advance(later);
        return Objects.requireNonNull(gloebit.holds().recovery().collectList().block(Given.PATIENCE));
    }

    JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
    }
}
