package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.ContextView;

/**
 * One transaction, its journal, which survives, and the process that works on it, which may crash at any point: before or
 * after any step of the journal, before or after any effect. What a dead process does is lost; its answers are, too.
 */
final class HoldWorld {
    static final String YES = "[true]";
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final PendingPurchase PURCHASE = Given.torches(ID);

    /** Effects that count, in order. */
    final List<HoldStep> effects = new ArrayList<>();

    final TransactionJournal store = TransactionJournal.inMemory(10);
    private final SettableClock clock = new SettableClock();
    private final boolean transactional;
    private final int crashAt;
    private int points;
    private Node node = new Node();

    /** @param crashAt at which of the points where a process can crash it does; none if negative */
    HoldWorld(boolean transactional, int crashAt) {
        this.transactional = transactional;
        this.crashAt = crashAt;
        submit();
    }

    /** How many points there were. */
    int points() {
        return points;
    }

    /** The application buys; if its process dies of it, it buys again, as after a restart. */
    private void submit() {
        for (int i = 0; i < 2; i++) {
            boolean done = inProcess(node.room
                            .purchaseJournaling()
                            .record(PURCHASE, kept -> PurchaseMatch.SAME, "ada", Duration.ofSeconds(30))
                            .filter(recorded -> recorded.cause() == null))
                    != null;
            if (done) {
                return;
            }
        }
        throw new AssertionError("a second process cannot crash");
    }

    void answer(ReceiptState state) {
        inProcess(node.room
                .purchaseJournaling()
                .note(ID, state == ReceiptState.HELD ? TransactionState.HELD : TransactionState.QUEUED));
    }

    void answerIsLost() {
        inProcess(node.room.purchaseJournaling().note(ID, TransactionState.IN_DOUBT));
    }

    /** What Gloebit is told; null if the process died. */
    @Nullable
    String call(HoldStep step) {
        HoldAnswer answer = inProcess(node.room.answer(node.room.uri(ID, step)));
        return answer == null || answer.status() != 200 ? null : answer.body();
    }

    /** Time passes, and somebody looks after what is due. */
    void recover() {
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(10));
            inProcess(node.room
                    .recovery(new Resending(entry -> Mono.empty(), Duration.ofMinutes(1), () -> false))
                    .then(Mono.just(true)));
        }
    }

    JournalEntry entry() {
        return Objects.requireNonNull(store.find(ID).block(Given.PATIENCE));
    }

    private <T> @Nullable T inProcess(Mono<T> work) {
        Node own = node;
        T result = Mono.firstWithSignal(
                        work.onErrorResume(error -> Mono.empty()),
                        own.death.asMono().then(Mono.<T>empty()))
                .block(Given.PATIENCE);
        if (own.dead) {
            clock.advance(Duration.ofMinutes(10));
            node = new Node();
            return null;
        }
        return result;
    }

    private final class Node implements TransactionJournal, HoldHandler {
        private final HoldService room;
        private final Sinks.Empty<Void> death = Sinks.empty();
        private boolean dead;

        /** Its time stands still: a process that is dead tries nothing again, beside the tests that come later. */
        Node() {
            room = new HoldService(
                    HoldSettings.of(URI.create("https://app.example/holds"), this, this),
                    new Signer(List.of(new byte[32])),
                    new Application(Given.SECRETS, clock),
                    new HoldMeters(new SimpleMeterRegistry()),
                    Given.process(VirtualTimeScheduler.create()));
        }

        /** A dead process does nothing more. */
        private <T> Mono<T> mortal(Mono<T> work) {
            return Mono.defer(() -> alive().then(work).flatMap(done -> alive().thenReturn(done)));
        }

        private Mono<Void> alive() {
            return Mono.defer(() -> {
                dead |= points++ == crashAt;
                if (dead) {
                    death.tryEmitEmpty();
                }
                return dead ? Mono.error(new IllegalStateException("crashed")) : Mono.empty();
            });
        }

        @Override
        public Mono<Boolean> record(JournalEntry entry) {
            return mortal(store.record(entry));
        }

        @Override
        public Mono<JournalEntry> find(TransactionId id) {
            return mortal(store.find(id));
        }

        @Override
        public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
            return mortal(store.replace(expected, next));
        }

        /** What a database would do: the effect counts if, and only if, the entry was replaced. */
        @Override
        public Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
            if (!transactional) {
                return TransactionJournal.super.complete(expected, effect);
            }
            return Mono.defer(() -> {
                List<HoldStep> uncommitted = new ArrayList<>();
                return effect.contextWrite(context -> context.put(List.class, uncommitted))
                        .flatMap(next -> mortal(store.replace(expected, next).doOnNext(replaced -> {
                            if (replaced) {
                                effects.addAll(uncommitted);
                            }
                        })));
            });
        }

        @Override
        public Flux<JournalEntry> due(Instant now, int atMost) {
            return alive().thenMany(store.due(now, atMost));
        }

        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return effect(HoldStep.ENACT).thenReturn(EnactDecision.approve());
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return effect(HoldStep.CONSUME);
        }

        @Override
        public Mono<Void> cancel(HeldTransaction transaction) {
            return effect(HoldStep.CANCEL);
        }

        @SuppressWarnings("unchecked")
        private List<HoldStep> counted(ContextView context) {
            return context.hasKey(List.class) ? (List<HoldStep>) context.get(List.class) : effects;
        }

        private Mono<Void> effect(HoldStep step) {
            return mortal(Mono.deferContextual(
                            context -> Mono.fromSupplier(() -> counted(context).add(step))))
                    .then();
        }
    }
}
