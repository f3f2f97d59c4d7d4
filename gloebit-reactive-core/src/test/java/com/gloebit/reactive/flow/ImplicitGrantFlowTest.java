package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.flow.support.Waiting;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A public client, a browser and the service, whatever the service calls the token. */
class ImplicitGrantFlowTest {
    private static final URI REDIRECT = URI.create("https://app.example/back");

    static Stream<Set<OpenBehaviour>> readings() {
        return Stream.of(Set.of(), Set.of(OpenBehaviour.IMPLICIT_GRANT_NAMES_ACCESS_TOKEN));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void aTokenFromTheFragmentIsAccepted(Set<OpenBehaviour> open) {
        try (GloebitSimulator simulator = simulator(open)) {
            GloebitClient gloebit = GloebitClient.builder(ClientSecrets.ofPublicClient("app"))
                    .environment(GloebitEnvironment.custom(simulator.baseUri()))
                    .redirectUri(REDIRECT)
                    .meterRegistry(CanaryMeters.watched())
                    .scopes(Scope.USER, Scope.BALANCE)
                    .build();
            try {
                URI callback = simulator.approve(
                        gloebit.authorizationUri(AuthorizationRequest.forSession("session")), "ada", "lovelace");

                Credential credential =
                        Canaries.made(Waiting.block(gloebit.exchange(callback.getRawFragment(), "session")));

                assertThat(Waiting.block(gloebit.withCredential(credential).balance()))
                        .isEqualByComparingTo("100");
            } finally {
                gloebit.dispose();
            }
            assertThat(simulator.requestCount("/oauth2/access-token")).isZero();
            assertThat(simulator.violations()).isEmpty();
        }
    }

    private static GloebitSimulator simulator(Set<OpenBehaviour> open) {
        return GloebitSimulator.builder()
                .application(Application.of("app", "unused", REDIRECT))
                .account("ada", "lovelace", new BigDecimal("100"))
                .open(open.toArray(OpenBehaviour[]::new))
                .start();
    }
}
