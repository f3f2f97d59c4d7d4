package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.util.EnumSet;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class ExchangeTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void theExchangeRepeatsScopeAndRedirectUriOfTheAuthorizeUri() {
        AuthorizationRequest request = AuthorizationRequest.forSession(Given.SESSION)
                .withRedirectUri(URI.create("https://app.example/other?x=1"))
                .withScopes(EnumSet.of(Scope.BALANCE, Scope.ID));
        gloebit.expect(ExpectedRequest.postForm(
                        "/oauth2/access-token",
                        "client_id=application-key&client_secret=s3cr3t-of-the-application&code=a%2Fb%2B%3D"
                                + "&grant_type=authorization_code&scope=id+balance"
                                + "&redirect_uri=https%3A%2F%2Fapp.example%2Fother%3Fx%3D1")
                .answers("{\"access_token\":\"t0ken-of-ada\"}"));
        GloebitClient client = gloebit.client();
        String state = SampleCall.state(client.authorizationUri(request));

        Credential credential = client.exchange("state=" + state + "&code=a%2Fb%2B%3D", Given.SESSION)
                .block(Given.PATIENCE);

        assertThat(credential).isEqualTo(Credential.of(Given.TOKEN, null, null, EnumSet.of(Scope.BALANCE, Scope.ID)));
    }

    /** A login page, an analytics script or a proxy may add what it likes, but not to what decides. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?&code=c0de-from-the-browser&&state=STATE",
                "code=c0de-from-the-browser&state=STATE&utm=1&utm=2",
                "%zz=%&code=c0de-from-the-browser&state=STATE&x=%ff&"
            })
    void theExchangeIgnoresForeignParametersOfTheQuery(String query) {
        GloebitClient client = gloebit.client();
        gloebit.expect(SampleCall.EXCHANGE.answered());

        assertThat(client.exchange(query.replace("STATE", state(client)), Given.SESSION)
                        .block(Given.PATIENCE))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c0de-from-the-browser&code=other&state=STATE",
                "code=c0de-from-the-browser&state=STATE&state=STATE",
                "code=c0de-from-the-browser&state=STATE&error=&error=x",
                "code=%ff&state=STATE",
                "code=c0de-from-the-browser&state=STATE&error=%",
                "code=\uD800&state=STATE"
            })
    void anAmbiguousCodeStateOrErrorIsRefusedWithoutARequest(String query) {
        GloebitClient client = gloebit.client();

        assertNothingSent(Failures.of(
                client.exchange(query.replace("STATE", state(client)), Given.SESSION), CrossSiteStateException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", Given.FREE_TEXT})
    void anErrorInTheCallbackIsReportedWithoutARequest(String error) {
        AuthorizationFailedException told = returning("error=" + error + "&error_description=" + Given.FREE_TEXT);

        assertThat(told.error()).isEqualTo(error);
        assertNothingSent(told);
    }

    @Test
    void aCallbackWithErrorAndCodeIsRefusedWithoutARequest() {
        assertNothingSent(returning("code=" + Given.CODE + "&error=access_denied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=1", "code", "code=", "code=%20"})
    void aCallbackWithoutACodeIsRefusedWithoutARequest(String parameters) {
        AuthorizationFailedException told = returning(parameters);

        assertThat(told.error()).isNull();
        assertNothingSent(told);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant",
        "400, invalid_client",
        "401, invalid_client",
        "400, free-text-of-the-server",
        "200, invalid_grant"
    })
    void anOAuthErrorFailsTheExchangeWithItsCode(int status, String error) {
        gloebit.expect(answering(error(status, error)));

        AuthorizationFailedException told = refused();

        assertThat(told.error()).isEqualTo(error);
        assertThat(told.details().httpStatus()).isEqualTo(status);
    }

    @Test
    void aRefusalWithAReasonFailsTheExchangeWithThatReason() {
        gloebit.expect(answering(Answers.json("{\"success\":false,\"reason\":\"unknown consumer\"}")));

        AuthorizationFailedException told = refused();

        assertThat(told.error()).isNull();
        assertThat(told.details().reason()).isEqualTo("unknown consumer");
    }

    @ParameterizedTest
    @CsvSource({"400, '<html>'", "401, ''", "400, '{}'", "401, '[]'", "403, '{\"error\":\"invalid_grant\"}'"})
    void aStatusWithoutAnOAuthErrorFailsTheExchange(int status, String body) {
        gloebit.expect(
                answering(new MockResponse.Builder().code(status).body(body).build()));

        UnexpectedStatusException told = Failures.of(exchange(), UnexpectedStatusException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().httpStatus()).isEqualTo(status);
    }

    @Test
    void anAnswerWithoutTokenAndErrorRequiresANewAuthorization() {
        gloebit.expect(answering(Answers.json("{\"success\":true}")));

        AuthorizationFailedException told = Failures.of(exchange(), AuthorizationFailedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told)
                .hasCauseInstanceOf(UnreadableAnswerException.class)
                .cause()
                .hasMessageContaining("neither an access token nor an error");
    }

    @Test
    void aLostAnswerIsNotRetriedAndRequiresANewAuthorization() {
        gloebit.expect(answering(Answers.lost()));

        AuthorizationFailedException told = Failures.of(exchange(), AuthorizationFailedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told).hasMessageContaining("start it again").hasCauseInstanceOf(ServiceUnreachableException.class);
        assertThat(gloebit.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aServerErrorIsRetried(int status) {
        gloebit.expect(answering(Answers.status(status)), SampleCall.EXCHANGE.answered());

        assertThat(exchange().block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void aRefusalAfterAServerErrorStaysInDoubt() {
        gloebit.expect(answering(Answers.status(500)), answering(error(400, "invalid_grant")));

        AuthorizationFailedException told = Failures.of(exchange(), AuthorizationFailedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** The first subscription may have used the code up: the second learns nothing about that. */
    @Test
    void aSecondSubscriptionAfterAnUnknownOutcomeStaysInDoubt() {
        gloebit.expect(answering(Answers.lost()), answering(error(400, "invalid_grant")));
        Mono<?> exchange = exchange();
        Failures.of(exchange, AuthorizationFailedException.class);

        GloebitException told = Failures.of(exchange);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private Mono<?> exchange() {
        return SampleCall.EXCHANGE.call(gloebit.client());
    }

    private AuthorizationFailedException refused() {
        AuthorizationFailedException told = Failures.of(exchange(), AuthorizationFailedException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().attempts()).isEqualTo(1);
        return told;
    }

    private AuthorizationFailedException returning(String parameters) {
        GloebitClient client = gloebit.client();
        return Failures.of(
                client.exchange(parameters + "&state=" + state(client), Given.SESSION),
                AuthorizationFailedException.class);
    }

    private static String state(GloebitClient client) {
        return SampleCall.state(client.authorizationUri(AuthorizationRequest.forSession(Given.SESSION)));
    }

    private void assertNothingSent(GloebitException told) {
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().attempts()).isZero();
        assertThat(gloebit.requests()).isZero();
    }

    private static Interaction answering(MockResponse answer) {
        return SampleCall.EXCHANGE.request().answers(answer);
    }

    private static MockResponse error(int status, String error) {
        return new MockResponse.Builder()
                .code(status)
                .body("{\"error\":\"" + error + "\",\"error_description\":\"" + Given.FREE_TEXT + "\"}")
                .build();
    }
}
