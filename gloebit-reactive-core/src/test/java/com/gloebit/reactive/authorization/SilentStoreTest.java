package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.SimulatedClients;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.http.Network;
import com.gloebit.reactive.internal.http.PoolGauges;
import com.gloebit.reactive.internal.http.Transport;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A credential store that never answers. */
class SilentStoreTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final TokenNetwork network = new TokenNetwork();
    private final GloebitClient client = SimulatedClients.build(
            GloebitClient.builder(Given.SECRETS)
                    .redirectUri(Given.REDIRECT)
                    .signingKey(new byte[32])
                    .credentialStore(new SilentStore()),
            GloebitEnvironment.SANDBOX,
            network,
            Given.process(time));

    @AfterEach
    void reset() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void anExchangeEndsTenSecondsAfterTheTokenCame() {
        StepVerifier.create(exchange())
                .then(() -> time.advanceTimeBy(Duration.ofMillis(9_999)))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
                .expectError(TimeoutException.class)
                .verify(Given.PATIENCE);
    }

    @Test
    void aClientClosesAllTheSame() {
        exchange().onErrorComplete().subscribe();
        client.close();
        assertThat(network.isDisposed).isFalse();

        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(network.isDisposed).isTrue();
    }

    private Mono<Credential> exchange() {
        String query = client.authorizationUri(
                        AuthorizationRequest.forSession(Given.SESSION).withUser("ada"))
                .getRawQuery();
        String state = query.substring(query.indexOf("state=")).split("&", 2)[0];
        return client.exchange("code=" + Given.CODE + "&" + state, Given.SESSION);
    }

    /** Answers every call with a token. */
    private static final class TokenNetwork implements Network {
        private static final byte[] TOKEN =
                "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"scope\":\"user\",\"app_user_id\":\"ada-at-app\"}"
                        .getBytes(StandardCharsets.UTF_8);

        private final PoolGauges gauges = new PoolGauges();
        private boolean isDisposed;

        @Override
        public Transport transport() {
            return (call, gate) -> Mono.fromSupplier(() -> {
                gate.pass();
                return new Answer(200, null, TOKEN, TOKEN.length);
            });
        }

        @Override
        public PoolGauges gauges() {
            return gauges;
        }

        @Override
        public Mono<Void> warmUp(Mono<Void> rehearsal, Duration atMost) {
            return rehearsal;
        }

        @Override
        public Mono<Void> close() {
            return Mono.fromRunnable(this::dispose);
        }

        @Override
        public void dispose() {
            isDisposed = true;
        }
    }

    private static final class SilentStore implements CredentialStore {
        @Override
        public Mono<Void> save(String user, Credential credential) {
            return Mono.never();
        }

        @Override
        public Mono<Credential> find(String user) {
            return Mono.never();
        }

        @Override
        public Mono<Boolean> invalidate(String user, Credential invalid) {
            return Mono.never();
        }

        @Override
        public Mono<Void> remove(String user) {
            return Mono.never();
        }
    }
}
