package com.gloebit.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.support.FreePort;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** An application that is killed while it buys: started again, it has charged once and delivered once. */
class KilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final int port = FreePort.find();
    private final GloebitSimulator gloebit = GloebitSimulator.builder()
            .application(Application.of("shop", "secret", URI.create("http://127.0.0.1:" + port + "/")))
            .account("ada", "lovelace", new BigDecimal("100"))
            .callbacks(CallbackBehaviour.automatic().retry(Duration.ofMillis(200), 1000))
            .start();
    private final String token = gloebit.issueToken("shop", "ada", "transact");

    @AfterEach
    void close() {
        gloebit.close();
    }

    @Test
    void beforeTheRequestIsProcessed() throws Exception {
        gloebit.failNext("/transact", Fault.HANG);
        try (Shop shop = shop(Map.of("BUY", "yes"))) {
            awaitRequest();
            shop.kill();
        }
        assertThat(gloebit.ledger()).isEmpty();

        isPaidAndDeliveredAfterARestart();
    }

    @Test
    void betweenSendAndAnswer() throws Exception {
        gloebit.failNext("/transact", Fault.HANG.afterProcessing());
        try (Shop shop = shop(Map.of("BUY", "yes"))) {
            assertThat(gloebit.holdCallbacks().awaitDue("order-1", PATIENCE)).isTrue();
            shop.kill();
        }

        isPaidAndDeliveredAfterARestart();
    }

    @Test
    void betweenEnactAndItsAnswer() throws Exception {
        try (Shop shop = shop(Map.of("BUY", "yes", "STUCK_IN", "enact"))) {
            shop.awaitLine("enact");
            shop.kill();
        }

        isPaidAndDeliveredAfterARestart();
    }

    @Test
    void betweenConsumeAndDelivery() throws Exception {
        try (Shop shop = shop(Map.of("BUY", "yes", "STUCK_IN", "consume"))) {
            shop.awaitLine("consume");
            shop.kill();
        }
        assertThat(gloebit.ledger()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.COMMITTED);

        isPaidAndDeliveredAfterARestart();
    }

    private void isPaidAndDeliveredAfterARestart() throws Exception {
        try (Shop shop = shop(Map.of())) {
            shop.awaitLine("delivered");
            assertThat(gloebit.holdCallbacks().awaitIdle(PATIENCE)).isTrue();
            shop.kill();
        }
        Deliveries deliveries = new Deliveries(database());
        assertThat(deliveries.count().block(PATIENCE)).isEqualTo(1);
        assertThat(deliveries.journal().find(ShopProgram.ID).blockOptional(PATIENCE))
                .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(TransactionState.CONSUMED))
                .hasValueSatisfying(entry -> assertThat(entry).matches(JournalEntry::isFinished));
        assertThat(gloebit.ledger()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.COMMITTED);
        assertThat(gloebit.balance("ada")).isEqualByComparingTo("97");
        assertThat(gloebit.violations()).isEmpty();
    }

    private void awaitRequest() {
        Flux.interval(Duration.ofMillis(20))
                .filter(unused -> gloebit.requestCount("/transact") > 0)
                .blockFirst(PATIENCE);
    }

    private Path database() {
        return directory.resolve("shop");
    }

    private Shop shop(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE", database().toString());
        environment.put("PORT", Integer.toString(port));
        environment.put("GLOEBIT", gloebit.baseUri().toString());
        environment.put("SECRET", "secret");
        environment.put("TOKEN", token);
        environment.put("SIGNING_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        return new Shop(environment);
    }
}
