package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The database that all nodes share. A statement travels there, is carried out at one moment, and its result travels
 * back; each of the three may go wrong. A statement that was sent may be carried out after its sender gave up or died.
 */
final class Database {
    private static final Duration LEAST = Duration.ofNanos(20_000);
    private static final Duration MOST = Duration.ofMillis(5);
    private static final Duration LATEST = Duration.ofMinutes(2);

    private final World world;
    private final Chance chance;
    private final TransactionJournal journal = TransactionJournal.inMemory();
    private final CredentialStore credentials = new InMemoryCredentialStore();

    Database(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Effects that take place with the statement that ends the transaction, or not at all. */
    final class Transaction {
        private final List<String> delivered = new ArrayList<>();

        void deliver(String id) {
            delivered.add(id);
        }

        private void commit() {
            delivered.forEach(world.judge.callbacks()::deliveredInTransaction);
        }
    }

    /** What the journal has, for the judge. */
    @Nullable
    JournalEntry entry(TransactionId id) {
        return journal.find(id).block();
    }

    @Nullable
    Credential credential(String user) {
        return credentials.find(user).block();
    }

    void save(String user, Credential credential) {
        credentials.save(user, credential).block();
    }

    private <T> Mono<T> statement(Life life, String what, Object subject, Supplier<@Nullable T> work) {
        return Mono.create(sink -> {
            if (!life.isAlive()) {
                return;
            }
            Runnable fails = () -> life.enter(() -> sink.error(new IllegalStateException("the database failed")));
            Runnable runs = () -> {
                T result = carryOut(what, subject, work);
                if (strikes(Fault.FAILED_AFTER_COMMIT, subject)) {
                    world.after(moment(), fails);
                } else if (chance.oneIn(4)) {
                    world.after(moment(), () -> life.enter(() -> sink.success(result)));
                } else {
                    life.enter(() -> sink.success(result));
                }
            };
            if (strikes(Fault.FAILED_STATEMENT, subject)) {
                world.after(moment(), fails);
            } else if (strikes(Fault.HANGING_STATEMENT, subject)) {
                if (chance.oneIn(2)) {
                    world.afterLong(chance.between(LEAST, LATEST), () -> carryOut(what, subject, work));
                }
            } else if (strikes(Fault.LATE_COMMIT, subject)) {
                world.after(moment(), fails);
                world.afterLong(chance.between(LEAST, LATEST), () -> carryOut(what, subject, work));
            } else {
                world.after(moment(), runs);
            }
        });
    }

    private <T> @Nullable T carryOut(String what, Object subject, Supplier<@Nullable T> work) {
        T result = work.get();
        world.note("database", what, subject);
        return result;
    }

    private boolean strikes(Fault fault, Object subject) {
        boolean strikes = world.swarm.strikes(fault);
        if (strikes) {
            world.note("database", fault.name(), subject);
        }
        return strikes;
    }

    private Duration moment() {
        return chance.between(LEAST, MOST);
    }

    TransactionJournal journal(Life life) {
        return new JournalTable(life);
    }

    CredentialStore credentials(Life life) {
        return new CredentialTable(life);
    }

    private final class JournalTable implements TransactionJournal {
        private final Life life;

        JournalTable(Life life) {
            this.life = life;
        }

        @Override
        public Mono<Boolean> record(JournalEntry entry) {
            return statement(
                    life,
                    "inserts " + entry.state(),
                    entry.id(),
                    () -> journal.record(entry).block());
        }

        @Override
        public Mono<JournalEntry> find(TransactionId id) {
            return statement(life, "finds", id, () -> journal.find(id).block());
        }

        @Override
        public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
            return statement(life, "replaces " + next.state(), next.id(), () -> swap(expected, next));
        }

        private boolean swap(JournalEntry expected, JournalEntry next) {
            boolean isReplaced =
                    Objects.requireNonNull(journal.replace(expected, next).block());
            if (isReplaced
                    && expected.state() == TransactionState.REJECTED
                    && next.state() == TransactionState.SUBMITTED) {
                world.judge.resubmitted(next.id().value());
            }
            return isReplaced;
        }

        @Override
        public Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
            return world.setting.isTransactional()
                    ? completeInTransaction(expected, effect)
                    : TransactionJournal.super.complete(expected, effect);
        }

        private Mono<Boolean> completeInTransaction(JournalEntry expected, Mono<JournalEntry> effect) {
            return Mono.defer(() -> {
                Transaction open = new Transaction();
                return statement(life, "begins", expected.id(), () -> true)
                        .then(effect.contextWrite(context -> context.put(Transaction.class, open)))
                        .flatMap(next -> statement(life, "commits " + next.state(), next.id(), () -> {
                            boolean isReplaced = swap(expected, next);
                            if (isReplaced) {
                                open.commit();
                            }
                            return isReplaced;
                        }));
            });
        }

        @Override
        public Flux<JournalEntry> due(Instant now, int atMost) {
            return statement(
                            life,
                            "finds what is due",
                            "",
                            () -> journal.due(now, atMost).collectList().block())
                    .flatMapIterable(due -> due);
        }
    }

    private final class CredentialTable implements CredentialStore {
        private final Life life;

        CredentialTable(Life life) {
            this.life = life;
        }

        @Override
        public Mono<Void> save(String user, Credential credential) {
            return statement(life, "saves credential", user, () -> {
                        credentials.save(user, credential).block();
                        return true;
                    })
                    .then();
        }

        @Override
        public Mono<Credential> find(String user) {
            return statement(
                    life, "finds credential", user, () -> credentials.find(user).block());
        }

        @Override
        public Mono<Boolean> invalidate(String user, Credential invalid) {
            return statement(
                    life,
                    "invalidates credential",
                    user,
                    () -> credentials.invalidate(user, invalid).block());
        }

        @Override
        public Mono<Void> remove(String user) {
            return statement(life, "removes credential", user, () -> {
                        credentials.remove(user).block();
                        return true;
                    })
                    .then();
        }
    }
}
