package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.UserNotAuthorizedException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SavedCredentialTest {
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void theCredentialIsFoundUnderTheUserOfTheRequest() {
        gloebit.expect(SampleCall.EXCHANGE.answered());
        GloebitClient client = client();

        assertThat(client.exchange(callback(client, "ada"), Given.SESSION).block(Given.PATIENCE))
                .isEqualTo(store.find("ada").block(Given.PATIENCE))
                .isEqualTo(client.user("ada").map(AuthorizedUser::credential).block(Given.PATIENCE));
    }

    @Test
    void noCredentialIsSavedForARequestWithoutAUser() {
        gloebit.expect(SampleCall.EXCHANGE.answered());
        GloebitClient client = client();

        assertThat(client.exchange(SampleCall.callback(client), Given.SESSION).block(Given.PATIENCE))
                .isNotNull();
        assertThat(store).hasToString("InMemoryCredentialStore[0]");
    }

    @Test
    void noCredentialIsSavedIfTheExchangeFails() {
        gloebit.expect(SampleCall.EXCHANGE.request().answers(Answers.status(403)));
        GloebitClient client = client();

        Failures.of(client.exchange(callback(client, "ada"), Given.SESSION));

        assertThat(client.findUser("ada").blockOptional(Given.PATIENCE)).isEmpty();
    }

    @Test
    void anUnknownUserFailsWithItsName() {
        UserNotAuthorizedException told =
                Failures.of(client().user("ada").flatMap(AuthorizedUser::balance), UserNotAuthorizedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told).hasMessageNotContaining("ada");
    }

    @Test
    void anInvalidCredentialIsRemoved() {
        gloebit.expect(SampleCall.READ.request().answers(Answers.refused("unknown token")));
        GloebitClient client = client();
        assertThat(store.save("ada", Given.CREDENTIAL).blockOptional(Given.PATIENCE))
                .isEmpty();

        Failures.of(client.user("ada").flatMap(AuthorizedUser::balance), AccessTokenInvalidException.class);

        assertThat(client.invalidate("ada", Given.CREDENTIAL).block(Given.PATIENCE))
                .isTrue();
        assertThat(client.findUser("ada").blockOptional(Given.PATIENCE)).isEmpty();
    }

    @Test
    void theCredentialIsRemovedAtLogout() {
        GloebitClient client = client();
        assertThat(store.save("ada", Given.CREDENTIAL).blockOptional(Given.PATIENCE))
                .isEmpty();

        assertThat(client.forget("ada").blockOptional(Given.PATIENCE)).isEmpty();

        assertThat(client.findUser("ada").blockOptional(Given.PATIENCE)).isEmpty();
        assertThat(store).hasToString("InMemoryCredentialStore[0]");
    }

    private GloebitClient client() {
        return gloebit.client(settings -> settings.credentialStore(store));
    }

    private static String callback(GloebitClient client, String user) {
        AuthorizationRequest request =
                AuthorizationRequest.forSession(Given.SESSION).withUser(user);
        return "code=" + Given.CODE + "&state=" + SampleCall.state(client.authorizationUri(request));
    }
}
