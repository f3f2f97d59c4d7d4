package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A public client sends nothing to get its credential: it has nothing that could prove who it is. */
class ImplicitGrantTest {
    private static final AuthorizationRequest REQUEST = AuthorizationRequest.forSession(Given.SESSION);

    private final GloebitClient client = GloebitClient.builder(ClientSecrets.ofPublicClient(Given.KEY))
            .environment(GloebitEnvironment.custom(URI.create("http://127.0.0.1:1/")))
            .redirectUri(Given.REDIRECT)
            .scopes(Scope.USER, Scope.BALANCE)
            .build();

    @AfterEach
    void dispose() {
        client.dispose();
    }

    @Test
    void theUriAsksForATokenInsteadOfACode() {
        assertThat(client.authorizationUri(REQUEST).getQuery())
                .contains("&response_type=token&")
                .contains("client_id=" + Given.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example/back", "http://127.0.0.1.example/back"})
    void aRedirectUriThatExposesTheTokenIsRefused(URI redirect) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.authorizationUri(REQUEST.withRedirectUri(redirect)))
                .withMessageContaining("redirectUri")
                .withMessageContaining("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/other", "http://127.0.0.1:8080/back", "http://localhost/back"})
    void aRedirectUriThatProtectsTheTokenIsAccepted(URI redirect) {
        assertThat(client.authorizationUri(REQUEST.withRedirectUri(redirect))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=t0ken-of-ada&",
                "#token=t0ken-of-ada&token_type=Bearer&",
                "access_token=t0ken-of-ada&token_type=bearer&expires_in=3600&",
                "token=t0ken-of-ada&access_token=other&",
                "&&token=t0ken-of-ada&x=%&x=%&&"
            })
    void theTokenIsReadFromTheFragment(String fragment) {
        Credential credential = returning(fragment).block(Given.PATIENCE);

        assertThat(credential).isEqualTo(Credential.of(Given.TOKEN, null, null, Set.of(Scope.USER, Scope.BALANCE)));
    }

    @Test
    void theScopeOfTheFragmentReplacesTheRequestedOne() {
        Credential credential =
                returning("access_token=t0ken-of-ada&scope=balance&").block(Given.PATIENCE);

        assertThat(credential).isEqualTo(Credential.of(Given.TOKEN, null, null, Set.of(Scope.BALANCE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token=&", "token=a%0D%0Ab&", "code=c0de-from-the-browser&", "error=access_denied&"})
    void aFragmentWithoutATokenFails(String fragment) {
        AuthorizationFailedException told = Failures.of(returning(fragment), AuthorizationFailedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().attempts()).isZero();
    }

    @Test
    void aTokenOfAnotherSessionIsRefused() {
        String state = SampleCall.state(client.authorizationUri(REQUEST));

        Failures.of(
                client.exchange("token=t0ken-of-ada&state=" + state, "another-session"), CrossSiteStateException.class);
        Failures.of(client.exchange("token=t0ken-of-ada", Given.SESSION), CrossSiteStateException.class);
        Failures.of(client.exchange(null, Given.SESSION), CrossSiteStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=t0ken-of-ada&token=other&",
                "access_token=t0ken-of-ada&access_token=t0ken-of-ada&",
                "token=t0ken-of-ada&access_token=%&",
                "token=t0ken-of-ada&scope=user&scope=balance&",
                "token=t0ken-of-ada&code=a&code=b&",
                "token=t0ken-of-ada&code=%&"
            })
    void anAmbiguousTokenIsRefused(String fragment) {
        Failures.of(returning(fragment), CrossSiteStateException.class);
    }

    @Test
    void theCredentialOfANamedUserIsSaved() {
        String state = SampleCall.state(client.authorizationUri(REQUEST.withUser("ada")));

        Credential credential = client.exchange("token=t0ken-of-ada&state=" + state, Given.SESSION)
                .block(Given.PATIENCE);

        assertThat(client.user("ada").map(AuthorizedUser::credential).block(Given.PATIENCE))
                .isEqualTo(credential);
    }

    @Test
    void subscriptionsAreNotOffered() {
        assertThatIllegalStateException()
                .isThrownBy(() -> client.subscriptions().create(NewSubscription.of("gold", "Gold", "Monthly")))
                .withMessageContaining("public client");
    }

    private Mono<Credential> returning(String fragment) {
        return client.exchange(fragment + "state=" + SampleCall.state(client.authorizationUri(REQUEST)), Given.SESSION);
    }
}
