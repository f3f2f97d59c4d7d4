package com.gloebit.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionJournalContract;
import com.gloebit.reactive.hold.TransactionState;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract on a real database, and what the database adds to it: effects that count exactly once. */
class R2dbcJournalTest extends TransactionJournalContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConnectionFactory connections = ConnectionFactories.get(
            "r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
    private final R2dbcJournal journal = new R2dbcJournal(connections);
    private final JournalEntry first = entry("order-1", "ada", null);

    @Override
    protected TransactionJournal emptyJournal() {
        journal.createTable().block(PATIENCE);
        return journal;
    }

    @Test
    void keepsWhatTheEffectWroteWithTheEntry() {
        deliveries();

        assertThat(journal.complete(first, delivery().thenReturn(next(first, TransactionState.CONSUMED)))
                        .block(PATIENCE))
                .isTrue();

        assertThat(delivered()).isEqualTo(1);
    }

    @Test
    void undoesWhatTheEffectWroteIfItFails() {
        deliveries();

        journal.complete(first, delivery().then(Mono.<JournalEntry>error(new IllegalStateException("no more paper"))))
                .onErrorComplete()
                .block(PATIENCE);

        assertThat(delivered()).isZero();
    }

    @Test
    void undoesWhatTheEffectWroteIfAnotherWasFaster() {
        deliveries();
        journal.replace(first, next(first, TransactionState.CONSUMED)).block(PATIENCE);

        assertThat(journal.complete(first, delivery().thenReturn(next(first, TransactionState.CONSUMED)))
                        .block(PATIENCE))
                .isFalse();

        assertThat(delivered()).isZero();
    }

    /** Else the client would take the journal's word that it has no such entry. */
    @Test
    void leavesOpenWhatTheDatabaseDoesWhenAConnectionBreaks() {
        TransactionJournal broken = new R2dbcJournal(new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.error(new R2dbcNonTransientResourceException("connection reset"));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return () -> "broken";
            }
        });

        assertThatThrownBy(() -> broken.record(first).block(PATIENCE)).hasCauseInstanceOf(TimeoutException.class);
    }

    private void deliveries() {
        emptyJournal().record(first).block(PATIENCE);
        execute("CREATE TABLE delivery (id VARCHAR(200))");
    }

    private static Mono<Void> delivery() {
        return R2dbcJournal.inTransaction()
                .flatMap(connection -> Mono.from(connection
                        .createStatement("INSERT INTO delivery VALUES ('order-1')")
                        .execute()))
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .then();
    }

    private void execute(String sql) {
        Mono.usingWhen(
                        connections.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(Result::getRowsUpdated)
                                .then(),
                        connection -> connection.close())
                .block(PATIENCE);
    }

    private long delivered() {
        Long count = Mono.usingWhen(
                        connections.create(),
                        connection -> Mono.from(connection
                                        .createStatement("SELECT COUNT(*) FROM delivery")
                                        .execute())
                                .flatMap(result -> Mono.from(result.map(row -> row.get(0, Long.class)))),
                        connection -> connection.close())
                .block(PATIENCE);
        return count == null ? -1 : count;
    }
}
