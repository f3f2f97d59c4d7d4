package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limit of an attempt covers everything up to the last byte of the answer. */
class SilenceTest {
    private static final CallLimits SHORT = new CallLimits(1, Duration.ofSeconds(1), Given.PATIENCE);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void aSilentServerEndsTheAttemptAndLeavesAPurchaseInDoubt() {
        AuthorizedUser ada = connected();
        gloebit.expect(SampleCall.PURCHASE
                .request()
                .answers(new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build()));

        GloebitException told = Failures.of(ada.purchase(Given.TORCHES), TransactionInDoubtException.class);

        assertThat(told).hasCauseInstanceOf(ServiceUnreachableException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** Each byte comes in time, the last would come after an hour. */
    @Test
    void aTricklingServerEndsTheAttemptLikeASilentOne() {
        AuthorizedUser ada = connected();
        String body = "{\"success\":true,\"balance\":1,\"x\":\"" + Answers.ofSize(18_000) + "\"}";
        gloebit.expect(SampleCall.READ
                .request()
                .answers(Answers.body(200, body)
                        .throttleBody(1, 200, TimeUnit.MILLISECONDS)
                        .build()));

        Failures.of(ada.balance(), ServiceUnreachableException.class);
    }

    /** The first call of a client connects and warms up; it is none of those whose time counts here. */
    private AuthorizedUser connected() {
        gloebit.expect(SampleCall.READ.answered());
        GloebitClient client = gloebit.client();
        assertThat(SampleCall.READ.call(client).block(Given.PATIENCE)).isNotNull();
        return client.withCredential(Given.CREDENTIAL).withLimits(SHORT);
    }
}
