package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons that mean: authorize again. */
class TokenReasonsTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown token", "unknown token1", "unknown token2", "unknown OAuth2 token", "token has expired"
            })
    void everyReasonOfTheTokenIsReportedAsAnInvalidToken(String reason) {
        gloebit.expect(SampleCall.READ.request().answers(Answers.refused(reason)))
                .expect(SampleCall.CONSUME.request().answers(Answers.refused(reason)))
                .expect(SampleCall.PURCHASE.request().answers(Answers.refused(reason)));

        for (SampleCall operation : new SampleCall[] {SampleCall.READ, SampleCall.CONSUME, SampleCall.PURCHASE}) {
            AccessTokenInvalidException told =
                    Failures.of(operation.call(gloebit.client()), AccessTokenInvalidException.class);
            assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(told.details().reason()).isEqualTo(reason);
        }
    }

    @Test
    void aReasonOfTheTokenCountsWithAnyStatusOfAPurchase() {
        gloebit.expect(SampleCall.PURCHASE
                .request()
                .answers("{\"success\":false,\"status\":\"unknown\",\"reason\":\"unknown OAuth2 token\"}"));

        Failures.of(SampleCall.PURCHASE.call(gloebit.client()), AccessTokenInvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing domain", "unknown consumer", "unknown user", "Unknown token", Given.FREE_TEXT, ""})
    void anyOtherReasonIsAnOrdinaryRefusal(String reason) {
        gloebit.expect(SampleCall.READ.request().answers(Answers.refused(reason)));

        RequestRefusedException told =
                Failures.of(SampleCall.READ.call(gloebit.client()), RequestRefusedException.class);

        assertThat(told.details().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = SampleCall.class,
            names = {"READ", "CONSUME"})
    void aRefusalMayHaveNoReason(SampleCall operation) {
        gloebit.expect(operation.request().answers("{\"success\":false}"));

        RequestRefusedException told = Failures.of(operation.call(gloebit.client()), RequestRefusedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().reason()).isNull();
    }
}
