package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthorizationUriTest {
    private static final AuthorizationRequest REQUEST = AuthorizationRequest.forSession(Given.SESSION);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void theUriHasTheParametersThatTheClientIsSetTo() {
        assertThat(parameters(REQUEST))
                .containsExactly(
                        "client_id=application-key",
                        "scope=user%20transact",
                        "redirect_uri=https%3A%2F%2Fapp.example%2Fback",
                        "response_type=code",
                        "state=STATE");
    }

    @Test
    void theUriHasEveryChoiceOfTheRequest() {
        AuthorizationRequest full = REQUEST.withUser("ada & co/ü+x")
                .withUid("7?")
                .withKeyAlias("alias#1")
                .withReturnTo(URI.create("https://app.example/shop?a=b&c=d"))
                .withAccessType(AccessType.OFFLINE)
                .withApprovalPrompt(ApprovalPrompt.AUTO)
                .withRedirectUri(URI.create("http://app.example:8080/other?x=1"))
                .withScopes(EnumSet.of(Scope.INVENTORY, Scope.ID));

        assertThat(parameters(full))
                .containsExactly(
                        "client_id=application-key",
                        "scope=id%20inventory",
                        "redirect_uri=http%3A%2F%2Fapp.example%3A8080%2Fother%3Fx%3D1",
                        "response_type=code",
                        "state=STATE",
                        "access_type=offline",
                        "approval_prompt=auto",
                        "user=ada%20%26%20co%2F%C3%BC%2Bx",
                        "uid=7%3F",
                        "r=alias%231",
                        "return-to=https%3A%2F%2Fapp.example%2Fshop%3Fa%3Db%26c%3Dd");
    }

    @Test
    void theUriHasTheOtherChoicesOfTheRequestToo() {
        AuthorizationRequest other = REQUEST.withAccessType(AccessType.ONLINE).withApprovalPrompt(ApprovalPrompt.FORCE);

        assertThat(parameters(other)).endsWith("access_type=online", "approval_prompt=force");
    }

    @Test
    void theUriLeadsToTheAuthorizePageAndNothingIsSent() {
        URI login = gloebit.client().authorizationUri(REQUEST);

        assertThat(login.getHost()).isEqualTo("localhost");
        assertThat(login.getPath()).isEqualTo("/oauth2/authorize");
        assertThat(gloebit.requests()).isZero();
    }

    @Test
    void theUriHasNeitherTheSessionNorTheSecret() {
        URI login = gloebit.client().authorizationUri(REQUEST);

        assertThat(login.toString()).doesNotContain(Given.SESSION).doesNotContain(Given.SECRET);
    }

    @Test
    void theStateInTheUriNeedsNoEscaping() {
        assertThat(SampleCall.state(gloebit.client().authorizationUri(REQUEST))).matches("[A-Za-z0-9._-]+");
    }

    private List<String> parameters(AuthorizationRequest request) {
        String query = gloebit.client().authorizationUri(request).getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.startsWith("state=") ? "state=STATE" : parameter)
                .collect(Collectors.toList());
    }
}
