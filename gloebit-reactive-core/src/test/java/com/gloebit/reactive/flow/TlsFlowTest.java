package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.SampleData;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Purchases over https. */
class TlsFlowTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final GloebitSimulator simulator = SampleData.builder().tls().start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aClientThatTrustsTheServiceBuys() throws Exception {
        SslContext trust = SslContextBuilder.forClient()
                .trustManager(simulator.certificate().trustManagerFactory())
                .build();
        GloebitClient gloebit = client().httpClient(http -> http.secure(ssl -> ssl.sslContext(trust)))
                .build();
        try {
            ada(gloebit)
                    .purchase(ProductPurchase.of(TransactionId.of("order-1"), "Torch"))
                    .block(LIMIT);
        } finally {
            gloebit.dispose();
        }

        assertThat(simulator.balance("ada")).isEqualByComparingTo("998.5");
        assertThat(simulator.earnings("test-application")).isEqualByComparingTo("1.47");
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void aClientThatDoesNotTrustTheServiceSendsNothing() {
        GloebitClient gloebit = client().build();
        try {
            ServiceUnreachableException failure = catchThrowableOfType(
                    ServiceUnreachableException.class,
                    () -> ada(gloebit).balance().block(LIMIT));

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        } finally {
            gloebit.dispose();
        }
        assertThat(simulator.requestCount("/balance")).isZero();
    }

    private GloebitClientBuilder client() {
        return GloebitClient.builder(ClientSecrets.of("test-application", "s3cr3t"))
                .environment(GloebitEnvironment.custom(simulator.baseUri()))
                .meterRegistry(CanaryMeters.watched());
    }

    private AuthorizedUser ada(GloebitClient gloebit) {
        return gloebit.withCredential(
                Credential.of(Canaries.made(simulator.issueToken("test-application", "ada", "user balance transact"))));
    }
}
