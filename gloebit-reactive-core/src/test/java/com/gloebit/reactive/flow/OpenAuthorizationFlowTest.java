package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static com.gloebit.simulator.OpenBehaviour.IMPLICIT_GRANT_ERROR_IN_FRAGMENT;
import static com.gloebit.simulator.OpenBehaviour.REFUSED_EXCHANGE_ANSWERS_200;
import static com.gloebit.simulator.OpenBehaviour.REUSED_CODE_KEEPS_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.simulator.OpenBehaviour;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What authorizing may do where nothing published says it. */
class OpenAuthorizationFlowTest {
    private static final String SESSION = "session";
    private static final byte[] STATE_KEY = "a key of at least thirty-two bytes".getBytes(StandardCharsets.US_ASCII);

    static Stream<Set<OpenBehaviour>> exchanges() {
        return Stream.of(
                Set.of(),
                Set.of(REUSED_CODE_KEEPS_TOKEN),
                Set.of(REFUSED_EXCHANGE_ANSWERS_200),
                Set.of(REUSED_CODE_KEEPS_TOKEN, REFUSED_EXCHANGE_ANSWERS_200));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aCodeShownTwiceFailsAndMayRevokeTheToken(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            String callback = callback(shop, shop.gloebit);
            AuthorizedUser ada =
                    shop.gloebit.withCredential(Canaries.made(block(shop.gloebit.exchange(callback, SESSION))));

            refused("invalid_grant", shop, shop.gloebit, callback);

            if (open.contains(REUSED_CODE_KEEPS_TOKEN)) {
                assertThat(block(ada.balance())).isEqualByComparingTo("100");
            } else {
                failure(AccessTokenInvalidException.class, ada.balance());
            }
            assertThat(shop.simulator.requestCount("/oauth2/access-token")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aWrongSecretIsReportedAndLeavesTheCodeValid(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            GloebitClient right = shop.another(client -> client.signingKey(STATE_KEY));
            GloebitClient wrong = shop.another("another-secret", client -> client.signingKey(STATE_KEY));
            String callback = callback(shop, right);

            refused("invalid_client", shop, wrong, callback);

            assertThat(Canaries.made(block(right.exchange(callback, SESSION))).accessToken())
                    .isNotEmpty();
            assertThat(shop.simulator.requestCount("/oauth2/access-token")).isEqualTo(2);
        }
    }

    static Stream<Set<OpenBehaviour>> errorsOfTheImplicitGrant() {
        return Stream.of(Set.of(), Set.of(IMPLICIT_GRANT_ERROR_IN_FRAGMENT));
    }

    /** A scope that the service does not know stands in for whatever it may refuse. */
    @ParameterizedTest
    @MethodSource("errorsOfTheImplicitGrant")
    void anErrorOfTheImplicitGrantIsReadFromQueryOrFragment(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            GloebitClient publicClient = GloebitClient.builder(ClientSecrets.ofPublicClient("shop"))
                    .environment(shop.environment())
                    .redirectUri(SimulatedShop.REDIRECT)
                    .meterRegistry(shop.meters)
                    .scopes(Scope.BALANCE)
                    .build();
            try {
                URI page = publicClient.authorizationUri(AuthorizationRequest.forSession(SESSION));
                URI back = shop.approve(URI.create(page.toString().replace("scope=balance", "scope=all")));

                boolean inFragment = open.contains(IMPLICIT_GRANT_ERROR_IN_FRAGMENT);
                assertThat(inFragment ? back.getRawQuery() : back.getRawFragment())
                        .isNull();
                AuthorizationFailedException failed = failure(
                        AuthorizationFailedException.class,
                        publicClient.exchange(inFragment ? back.getRawFragment() : back.getRawQuery(), SESSION));
                assertThat(failed.error()).isEqualTo("invalid_scope");
                assertThat(failed.outcome()).isEqualTo(Outcome.NOT_DONE);
            } finally {
                publicClient.dispose();
            }
        }
    }

    private static String callback(SimulatedShop shop, GloebitClient gloebit) {
        return shop.approve(gloebit.authorizationUri(AuthorizationRequest.forSession(SESSION)))
                .getRawQuery();
    }

    private static void refused(String error, SimulatedShop shop, GloebitClient gloebit, String callback) {
        AuthorizationFailedException refused =
                failure(AuthorizationFailedException.class, gloebit.exchange(callback, SESSION));
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(refused.details().attempts()).isEqualTo(1);
        assertThat(shop.simulator.violations()).isEmpty();
    }
}
