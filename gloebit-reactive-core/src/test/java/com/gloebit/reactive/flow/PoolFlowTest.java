package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.CallLimits;
import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.ConnectionSettings;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

/** Past the limits of the pool, a call is blocked and not sent. */
class PoolFlowTest {
    @Test
    void oneCallTooManyIsRefusedAtOnceAndNotSent() {
        try (Shop shop = new Shop()) {
            shop.simulator.failNext("/balance", Fault.HANG, 2);
            GloebitClient narrow = narrow(shop);
            Credential ofAda = shop.ada.credential();
            Disposable first = narrow.user(ofAda).balance().onErrorComplete().subscribe();
            Disposable waiting = narrow.user(ofAda).balance().onErrorComplete().subscribe();
            StepVerifier.create(narrow.user(ofAda)
                            .within(CallLimits.DEFAULT.withAttempts(1))
                            .purchase(ItemPurchase.of(TransactionId.of("o-1"), "torch", 3)
                                    .username("ada")))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(CallBlockedException.class, blocked -> {
                                assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CONNECTION_POOL);
                                assertThat(blocked.outcome()).isEqualTo(Outcome.NOT_DONE);
                            }))
                    .verify(Duration.ofSeconds(30));
            first.dispose();
            waiting.dispose();
            assertThat(shop.simulator.requestCount("/transact")).isZero();
            narrow.closeGracefully(Duration.ofSeconds(5)).block(Duration.ofSeconds(20));
        }
    }

    /** One connection, and one call that waits for it. */
    private static GloebitClient narrow(Shop shop) {
        return GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                .environment(GloebitEnvironment.custom(shop.simulator.baseUri()))
                .connections(ConnectionSettings.DEFAULT.withMaxConnections(1).withMaxPending(1))
                .build();
    }
}
