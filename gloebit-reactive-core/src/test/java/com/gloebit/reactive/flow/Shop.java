package com.gloebit.reactive.flow;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.ResilienceSettings;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Ada, with 100 gloebits, in a shop that sells torches and swords. */
final class Shop implements AutoCloseable {
    private static final String SCOPE = "user character balance inventory transact";

    final GloebitSimulator simulator;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final GloebitClient gloebit;
    final AuthorizedUser ada;

    Shop(OpenBehaviour... open) {
        this(List.of(), open);
    }

    Shop(Product... more) {
        this(List.of(more));
    }

    Shop() {
        this(List.of());
    }

    private Shop(List<Product> more, OpenBehaviour... open) {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder()
                .application(Application.of("shop", "secret-of-the-shop", URI.create("http://127.0.0.1/")))
                .account("ada", "lovelace", new BigDecimal("100"))
                .product(Product.of("Sword", new BigDecimal("25")).limit(2))
                .open(open);
        more.forEach(builder::product);
        simulator = builder.start();
        gloebit = GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                .environment(GloebitEnvironment.custom(simulator.baseUri()))
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(5), 5_000, 100, 1_000, Duration.ofSeconds(10), 5))
                .meterRegistry(meters)
                .build();
        ada = gloebit.user(Credential.of(simulator.issueToken("shop", "ada", SCOPE), null, null, Scope.parse(SCOPE)));
    }

    List<LedgerEntry> bookings(TransactionId id) {
        return simulator.ledger().stream()
                .filter(entry -> entry.transactionId().equals(id.value()))
                .toList();
    }

    /** What the payer lost is what the shop and the fee got. */
    BigDecimal everything() {
        return simulator.balance("ada").add(simulator.earnings("shop")).add(simulator.fees());
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Override
    public void close() {
        gloebit.close(Duration.ofSeconds(5)).block(Duration.ofSeconds(20));
        simulator.close();
    }
}
