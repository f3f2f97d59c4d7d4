package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What the client refuses itself. Nothing is sent, so nothing was done. */
class LocalRefusalTest {
    private static final ProductPurchase NAMELESS = ProductPurchase.of(TransactionId.of("order-1"), "Sword");

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @CsvSource({"READ, BALANCE", "PURCHASE, TRANSACT", "CONSUME, INVENTORY"})
    void aMissingScopeOfTheCredentialIsRefusedLocally(SampleCall operation, Scope needed) {
        ScopeMissingException told = Failures.of(callAs(operation, with(Scope.CHARACTER)), ScopeMissingException.class);

        assertThat(told.required()).isEqualTo(needed);
        assertNothingSent(told);
    }

    /** The client may ask for more than this user was asked for. */
    @Test
    void theScopeOfTheCredentialCountsRatherThanThatOfTheClient() {
        GloebitClient client = gloebit.client(settings -> settings.scopes(Scope.BALANCE, Scope.TRANSACT));
        AuthorizationRequest narrower =
                AuthorizationRequest.forSession(Given.SESSION).withScopes(Set.of(Scope.BALANCE));
        gloebit.expect(
                ExpectedRequest.postForm(
                                "/oauth2/access-token",
                                "client_id=application-key&client_secret=s3cr3t-of-the-application"
                                        + "&code=c0de-from-the-browser&grant_type=authorization_code&scope=balance"
                                        + "&redirect_uri=https%3A%2F%2Fapp.example%2Fback")
                        .answers("{\"access_token\":\"t0ken-of-ada\"}"),
                SampleCall.READ.answered());

        AuthorizedUser ada = client.withCredential(Objects.requireNonNull(client.exchange(
                        "code=" + Given.CODE + "&state=" + SampleCall.state(client.authorizationUri(narrower)),
                        Given.SESSION)
                .block(Given.PATIENCE)));

        assertThat(ada.balance().block(Given.PATIENCE)).isEqualByComparingTo("12.5");
        assertThat(Failures.of(ada.purchase(Given.TORCHES), ScopeMissingException.class)
                        .required())
                .isEqualTo(Scope.TRANSACT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"USER", "ID", "IDENTITY"})
    void everyNameOfTheUserScopeIsAccepted(Scope name) {
        gloebit.expect(ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\"}"));

        assertThat(with(name).info().block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void aPurchaseWhoseNameCannotBeLookedUpIsRefusedLocally() {
        assertNothingSent(Failures.of(with(Scope.TRANSACT).purchase(NAMELESS), UsernameRequiredException.class));
    }

    @Test
    void noNameIsLookedUpForAPurchaseThatIsRefusedLocally() {
        assertNothingSent(Failures.of(with(Scope.USER).purchase(NAMELESS), ScopeMissingException.class));
    }

    @Test
    void aFailedLookUpEndsThePurchaseAsNotDone() {
        gloebit.expect(ExpectedRequest.get("/user").answers(Answers.status(403)));

        GloebitException told = Failures.of(gloebit.ada().purchase(NAMELESS));

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(gloebit.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCallOfAClosedClientIsRefusedLocally(SampleCall operation) {
        GloebitClient client = gloebit.client();
        Mono<?> call = operation.call(client);
        client.dispose();

        CallBlockedException told = Failures.of(call, CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.CLIENT_CLOSED);
        assertNothingSent(told);
    }

    @ParameterizedTest
    @CsvSource({"READ, account", "PURCHASE, transaction", "CONSUME, account", "EXCHANGE, token"})
    void aCallBehindAnOpenBreakerIsRefusedLocally(SampleCall operation, String family) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
        GloebitClient client = gloebit.client(settings -> settings.circuitBreakerRegistry(breakers));
        breakers.circuitBreaker("gloebit-custom-" + family).transitionToOpenState();

        CallBlockedException told = Failures.of(operation.call(client), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.CIRCUIT_BREAKER);
        assertNothingSent(told);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsRefusedSendsNothing(SampleCall operation) {
        GloebitClient client = gloebit.client();
        gloebit.stop();

        ServiceUnreachableException told = Failures.of(operation.call(client), ServiceUnreachableException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().attempts()).isEqualTo(3);
    }

    private AuthorizedUser with(Scope scope) {
        return gloebit.client().withCredential(Credential.of(Given.TOKEN, null, null, Set.of(scope)));
    }

    private static Mono<?> callAs(SampleCall operation, AuthorizedUser user) {
        return switch (operation) {
            case READ -> user.balance();
            case PURCHASE -> user.purchase(Given.TORCHES);
            case CONSUME -> user.products().consume("Torch", 2);
            case EXCHANGE -> throw new AssertionError("an exchange needs no scope");
        };
    }

    private void assertNothingSent(GloebitException told) {
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().attempts()).isZero();
        assertThat(gloebit.requests()).isZero();
    }
}
