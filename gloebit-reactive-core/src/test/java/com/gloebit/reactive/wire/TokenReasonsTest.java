package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Operation;
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
    void sayThatTheTokenIsNoGood(String reason) {
        gloebit.expect(Operation.READ.request().answers(Answers.refused(reason)))
                .expect(Operation.CONSUME.request().answers(Answers.refused(reason)))
                .expect(Operation.PURCHASE.request().answers(Answers.refused(reason)));

        for (Operation operation : new Operation[] {Operation.READ, Operation.CONSUME, Operation.PURCHASE}) {
            AccessTokenInvalidException told =
                    Failures.of(operation.call(gloebit.client()), AccessTokenInvalidException.class);
            assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(told.details().reason()).isEqualTo(reason);
        }
    }

    @Test
    void sayItWhateverTheStatusOfAPurchase() {
        gloebit.expect(Operation.PURCHASE
                .request()
                .answers("{\"success\":false,\"status\":\"unknown\",\"reason\":\"unknown OAuth2 token\"}"));

        Failures.of(Operation.PURCHASE.call(gloebit.client()), AccessTokenInvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing domain", "unknown consumer", "unknown user", "Unknown token", Given.FREE_TEXT, ""})
    void areNoOthers(String reason) {
        gloebit.expect(Operation.READ.request().answers(Answers.refused(reason)));

        RequestRefusedException told =
                Failures.of(Operation.READ.call(gloebit.client()), RequestRefusedException.class);

        assertThat(told.details().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"READ", "CONSUME"})
    void mayBeMissing(Operation operation) {
        gloebit.expect(operation.request().answers("{\"success\":false}"));

        RequestRefusedException told = Failures.of(operation.call(gloebit.client()), RequestRefusedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().reason()).isNull();
    }
}
