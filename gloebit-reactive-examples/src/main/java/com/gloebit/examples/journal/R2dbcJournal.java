package com.gloebit.examples.journal;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers transactions in a table of a relational database, in the SQL of PostgreSQL. Each step is one statement.
 * {@link #complete} gives its transaction to the effect: what the effect writes with the connection of
 * {@link #inTransaction} is committed together with the entry, or not at all, and so counts exactly once.
 */
public final class R2dbcJournal implements TransactionJournal {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS gloebit_transaction (
              id VARCHAR(200) PRIMARY KEY, purchase BYTEA NOT NULL, payer VARCHAR(255),
              recorded BIGINT NOT NULL, state VARCHAR(20) NOT NULL, due VARCHAR(20), failures INT NOT NULL,
              busy_until BIGINT, due_at BIGINT, contradiction VARCHAR(20), version BIGINT NOT NULL)""";
    private static final String INDEX =
            "CREATE INDEX IF NOT EXISTS gloebit_transaction_due ON gloebit_transaction (due_at)";
    private static final String INSERT = """
            INSERT INTO gloebit_transaction
              (state, due, failures, busy_until, due_at, contradiction, version, id, purchase, payer, recorded)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE gloebit_transaction
              SET state = $1, due = $2, failures = $3, busy_until = $4, due_at = $5, contradiction = $6, version = $7
              WHERE id = $8 AND version = $9""";
    private static final String FIND = "SELECT * FROM gloebit_transaction WHERE id = $1";
    private static final String DUE = "SELECT * FROM gloebit_transaction WHERE due_at <= $1 ORDER BY due_at LIMIT $2";

    private final ConnectionFactory connections;

    /** @param connections best a pool; the table is made by {@link #createTable} */
    public R2dbcJournal(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Makes the table unless it is there. */
    public Mono<Void> createTable() {
        return with(connection -> Flux.just(TABLE, INDEX)
                        .concatMap(sql -> connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated))
                .then();
    }

    /** The connection of the effect that runs, for writing what has to count exactly once. */
    public static Mono<Connection> inTransaction() {
        return Mono.deferContextual(context -> Mono.just(context.get(Connection.class)));
    }

    @Override
    public Mono<Boolean> record(JournalEntry entry) {
        return with(connection -> {
                    Statement insert = changing(connection.createStatement(INSERT), entry)
                            .bind("$8", entry.id().toString())
                            .bind("$9", entry.purchase().encode())
                            .bind("$11", entry.recorded().toEpochMilli());
                    return changed(bind(insert, "$10", entry.user(), String.class));
                })
                .single()
                .onErrorMap(R2dbcJournal::breaksOff, R2dbcJournal::mayBeInserted);
    }

    @Override
    public Mono<JournalEntry> find(TransactionId id) {
        return with(connection -> entries(connection.createStatement(FIND).bind("$1", id.toString())))
                .singleOrEmpty();
    }

    @Override
    public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
        return with(connection -> update(connection, expected, next)).single();
    }

    @Override
    public Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
        return Mono.usingWhen(
                connections.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .then(effect)
                        .contextWrite(context -> context.put(Connection.class, connection))
                        .flatMap(next -> update(connection, expected, next))
                        .flatMap(replaced -> end(connection, replaced).thenReturn(replaced)),
                Connection::close,
                (connection, failure) -> rolledBack(connection),
                R2dbcJournal::rolledBack);
    }

    @Override
    public Flux<JournalEntry> due(Instant now, int atMost) {
        return with(connection -> entries(
                connection.createStatement(DUE).bind("$1", now.toEpochMilli()).bind("$2", atMost)));
    }

    private <T> Flux<T> with(Function<Connection, ? extends org.reactivestreams.Publisher<T>> work) {
        return Flux.usingWhen(connections.create(), work, Connection::close);
    }

    private static boolean breaksOff(Throwable failure) {
        return failure instanceof R2dbcTransientException || failure instanceof R2dbcNonTransientResourceException;
    }

    /** A connection that breaks does not tell what the database does with the statement. */
    private static TimeoutException mayBeInserted(Throwable failure) {
        TimeoutException late = new TimeoutException("the database did not confirm an insertion");
        late.initCause(failure);
        return late;
    }

    private static Mono<Void> end(Connection connection, boolean replaced) {
        return Mono.from(replaced ? connection.commitTransaction() : connection.rollbackTransaction());
    }

    private static Mono<Void> rolledBack(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).onErrorComplete().then(Mono.from(connection.close()));
    }

    private static Mono<Boolean> update(Connection connection, JournalEntry expected, JournalEntry next) {
        return changed(changing(connection.createStatement(UPDATE), next)
                .bind("$8", expected.id().toString())
                .bind("$9", expected.version()));
    }

    private static Statement changing(Statement statement, JournalEntry entry) {
        statement.bind("$1", entry.state().name()).bind("$3", entry.failures()).bind("$7", entry.version());
        bind(statement, "$2", name(entry.due()), String.class);
        bind(statement, "$6", name(entry.contradiction()), String.class);
        bind(statement, "$4", millis(entry.busyUntil()), Long.class);
        return bind(statement, "$5", millis(entry.dueAt()), Long.class);
    }

    private static <T> Statement bind(Statement statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static Mono<Boolean> changed(Statement statement) {
        return Mono.from(statement.execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .map(rows -> rows == 1);
    }

    private static Flux<JournalEntry> entries(Statement statement) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(R2dbcJournal::entry));
    }

    private static JournalEntry entry(Readable row) {
        return new JournalEntry(
                PendingPurchase.decode(required(row, "purchase", byte[].class)),
                row.get("payer", String.class),
                Instant.ofEpochMilli(required(row, "recorded", Long.class)),
                TransactionState.valueOf(required(row, "state", String.class)),
                step(row.get("due", String.class)),
                required(row, "failures", Integer.class),
                instant(row.get("busy_until", Long.class)),
                instant(row.get("due_at", Long.class)),
                step(row.get("contradiction", String.class)),
                required(row, "version", Long.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static @Nullable String name(@Nullable HoldStep step) {
        return step == null ? null : step.name();
    }

    private static @Nullable HoldStep step(@Nullable String name) {
        return name == null ? null : HoldStep.valueOf(name);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
