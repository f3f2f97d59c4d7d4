package com.gloebit.examples.crash;

import com.gloebit.examples.journal.R2dbcJournal;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shop's database: its journal, and what it delivered. Nothing keeps a delivery from being there twice. */
final class Deliveries {
    private final ConnectionFactory connections;
    private final R2dbcJournal journal;

    /** @param file where; what is committed is in the file when that is told */
    Deliveries(Path file) {
        connections = ConnectionFactories.get(
                "r2dbc:h2:file:///" + file + "?options=MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        journal = new R2dbcJournal(connections);
    }

    R2dbcJournal journal() {
        return journal;
    }

    Mono<Void> open() {
        return journal.createTable()
                .then(Mono.usingWhen(
                        connections.create(),
                        connection -> changed(connection, "CREATE TABLE IF NOT EXISTS delivery (id VARCHAR(200))"),
                        Connection::close));
    }

    /** In the transaction of the journal. */
    Mono<Void> add(String id) {
        return R2dbcJournal.inTransaction()
                .flatMap(connection -> changed(connection, "INSERT INTO delivery VALUES ('" + id + "')"));
    }

    Mono<Long> count() {
        return Mono.usingWhen(
                connections.create(),
                connection -> Mono.from(connection
                                .createStatement("SELECT COUNT(*) FROM delivery")
                                .execute())
                        .flatMap(result -> Mono.from(result.map(row -> row.get(0, Long.class)))),
                Connection::close);
    }

    private static Mono<Void> changed(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }
}
