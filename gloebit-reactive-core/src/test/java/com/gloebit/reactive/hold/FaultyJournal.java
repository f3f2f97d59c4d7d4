package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A journal in memory whose steps a test can spoil. A spoiler is given the sound step. */
public final class FaultyJournal implements TransactionJournal {
    private final TransactionJournal sound;

    public volatile UnaryOperator<Mono<Boolean>> onRecord = step -> step;
    public volatile UnaryOperator<Mono<JournalEntry>> onFind = step -> step;
    public volatile UnaryOperator<Mono<Boolean>> onReplace = step -> step;
    public volatile UnaryOperator<Mono<Boolean>> onComplete = step -> step;
    public volatile UnaryOperator<Flux<JournalEntry>> onDue = step -> step;

    public volatile Supplier<Flux<TransactionId>> changes = Flux::never;

    public FaultyJournal(TransactionJournal sound) {
        this.sound = sound;
    }

    public static <T> Mono<T> lost() {
        return Mono.error(new IllegalStateException("the journal's connection is lost"));
    }

    /** It is done, and nobody is told. */
    public static <T> UnaryOperator<Mono<T>> answerLost() {
        return step -> step.then(lost());
    }

    /** Once, something happens before the step. */
    public static <T> UnaryOperator<Mono<T>> onceAfter(Supplier<Mono<?>> before) {
        boolean[] done = new boolean[1];
        return step -> Mono.defer(() -> {
            if (done[0]) {
                return step;
            }
            done[0] = true;
            return step.flatMap(result -> before.get().then(Mono.just(result)));
        });
    }

    @Override
    public Mono<Boolean> record(JournalEntry entry) {
        return onRecord.apply(sound.record(entry));
    }

    @Override
    public Mono<JournalEntry> find(TransactionId id) {
        return onFind.apply(sound.find(id));
    }

    @Override
    public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
        return onReplace.apply(sound.replace(expected, next));
    }

    @Override
    public Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
        return onComplete.apply(TransactionJournal.super.complete(expected, effect));
    }

    @Override
    public Flux<JournalEntry> due(Instant now, int atMost) {
        return onDue.apply(sound.due(now, atMost));
    }

    @Override
    public Flux<TransactionId> changes() {
        return changes.get();
    }
}
