package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
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
        try (SimulatedShop shop = new SimulatedShop()) {
            shop.simulator.failNext("/balance", Fault.HANG, 2);
            GloebitClient narrow = narrow(shop);
            Credential ofAda = shop.ada.credential();
            Disposable first =
                    narrow.withCredential(ofAda).balance().onErrorComplete().subscribe();
            Disposable waiting =
                    narrow.withCredential(ofAda).balance().onErrorComplete().subscribe();
            StepVerifier.create(narrow.withCredential(ofAda)
                            .withLimits(CallLimits.DEFAULT.withAttempts(1))
                            .purchase(ItemPurchase.of(TransactionId.of("o-1"), "torch", 3)
                                    .withUsername("ada")))
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
    private static GloebitClient narrow(SimulatedShop shop) {
        return GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                .environment(GloebitEnvironment.custom(shop.simulator.baseUri()))
                .connections(ConnectionSettings.DEFAULT.withMaxConnections(1).withMaxPending(1))
                .build();
    }
}
