package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * The answer to the first attempt of a purchase is lost, so it may be charged. Nothing that happens to a later attempt,
 * short of an answer about the purchase itself, makes that less true.
 */
class StickyOutcomeTest {
    private static final Interaction LOST = SampleCall.PURCHASE.request().answers(Answers.lost());

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @MethodSource
    void doubtSurvivesARefusalOfTheNextAttempt(MockResponse second, Class<? extends GloebitException> cause) {
        gloebit.expect(LOST, SampleCall.PURCHASE.request().answers(second));
        AuthorizedUser ada = gloebit.ada();

        assertInDoubt(ada.purchase(Given.TORCHES), cause);
    }

    static Stream<Arguments> doubtSurvivesARefusalOfTheNextAttempt() {
        return Stream.of(
                Arguments.of(Answers.refused("unknown token"), AccessTokenInvalidException.class),
                Arguments.of(Answers.status(400), UnexpectedStatusException.class),
                Arguments.of(Answers.status(401), UnexpectedStatusException.class),
                Arguments.of(Answers.status(302), UnexpectedStatusException.class),
                Arguments.of(
                        Answers.json("{\"success\":false,\"status\":\"cannot-spend\"}"),
                        TransactionRejectedException.class),
                Arguments.of(Answers.refused(Given.FREE_TEXT), TransactionRejectedException.class));
    }

    @Test
    void doubtSurvivesDeclinesUntilTheAttemptsEnd() {
        gloebit.expect(LOST).expect(2, SampleCall.PURCHASE.request().answers(Answers.status(429)));
        AuthorizedUser ada = gloebit.ada();

        assertInDoubt(ada.purchase(Given.TORCHES), UnexpectedStatusException.class);
    }

    @Test
    void doubtSurvivesAnOpenBreaker() {
        gloebit.expect(LOST);
        AuthorizedUser ada = with(resilience(500, 2)).withCredential(Given.CREDENTIAL);

        CallBlockedException blocked = assertInDoubt(ada.purchase(Given.TORCHES), CallBlockedException.class);

        assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CIRCUIT_BREAKER);
    }

    @Test
    void doubtSurvivesASpentRetryBudget() {
        gloebit.expect(LOST);
        AuthorizedUser ada = with(resilience(0, 100)).withCredential(Given.CREDENTIAL);

        CallBlockedException blocked = assertInDoubt(ada.purchase(Given.TORCHES), CallBlockedException.class);

        assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.RETRY_BUDGET);
    }

    @Test
    void doubtSurvivesARefusedConnection() {
        gloebit.expect(LOST);
        AuthorizedUser ada = once(gloebit.client());
        Mono<Receipt> purchase = ada.purchase(Given.TORCHES);
        Failures.of(purchase, TransactionInDoubtException.class);
        gloebit.stop();

        TransactionInDoubtException told = Failures.of(purchase, TransactionInDoubtException.class);

        assertThat(told.getCause()).isInstanceOf(ServiceUnreachableException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void doubtSurvivesTheCloseOfTheClient() {
        gloebit.expect(LOST);
        GloebitClient client = gloebit.client();
        Mono<Receipt> purchase = once(client).purchase(Given.TORCHES);
        Failures.of(purchase, TransactionInDoubtException.class);
        client.dispose();

        TransactionInDoubtException told = Failures.of(purchase, TransactionInDoubtException.class);

        assertThat(told.getCause()).isInstanceOf(CallBlockedException.class);
    }

    /** With its status and, as the documented endpoint may answer, without: the lost request may come after a top-up. */
    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"queued\",", ""})
    void doubtSurvivesARefusalAtEnactAndHasItsReason(String status) {
        gloebit.expect(
                LOST,
                SampleCall.PURCHASE
                        .request()
                        .answers("{\"success\":false," + status + "\"reason\":\"insufficient balance\"}"));

        TransactionRejectedException reason =
                assertInDoubt(gloebit.ada().purchase(Given.TORCHES), TransactionRejectedException.class);

        assertThat(reason.failure()).isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
        assertThat(reason.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(reason.transactionId()).isEqualTo(Given.TORCHES.transactionId());
    }

    @Test
    void doubtEndsWithAnAcceptance() {
        gloebit.expect(LOST, SampleCall.PURCHASE.answered());

        assertThat(gloebit.ada().purchase(Given.TORCHES).block(Given.PATIENCE)).isNotNull();
    }

    /** Whoever consumes again after a lost answer is not told that nothing was consumed. */
    @Test
    void doubtOfAConsumptionIsStickyToo() {
        gloebit.expect(
                SampleCall.CONSUME.request().answers(Answers.lost()),
                SampleCall.CONSUME.request().answers(Answers.refused("user doesn't have enough")));
        Mono<Long> consume = gloebit.ada().products().consume("Torch", 2);
        Failures.of(consume, ServiceUnreachableException.class);

        assertThat(Failures.of(consume, RequestRefusedException.class).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    private GloebitClient with(ResilienceSettings resilience) {
        return gloebit.client(settings -> settings.resilience(resilience));
    }

    private static ResilienceSettings resilience(int retryBudget, int slidingWindow) {
        Duration quick = Duration.ofMillis(1);
        return new ResilienceSettings(quick, quick, retryBudget, 50, slidingWindow, Duration.ofHours(1), 1);
    }

    private static AuthorizedUser once(GloebitClient client) {
        return client.withCredential(Given.CREDENTIAL).withLimits(CallLimits.DEFAULT.withAttempts(1));
    }

    private static <F extends GloebitException> F assertInDoubt(Mono<Receipt> purchase, Class<F> cause) {
        TransactionInDoubtException told = Failures.of(purchase, TransactionInDoubtException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told.getCause()).isInstanceOf(cause);
        assertThat(told.pending().transactionId()).isEqualTo(Given.TORCHES.transactionId());
        assertThat(told.pending().body())
                .asString()
                .isEqualTo(SampleCall.PURCHASE.request().body());
        return cause.cast(Objects.requireNonNull(told.getCause()));
    }
}
