package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A redirect would carry the token, or the code and the secret, to whoever is named in it. */
class RedirectTest {
    @StartStop
    final MockWebServer other = new MockWebServer();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @MethodSource
    void aRedirectIsNotFollowed(SampleCall operation, int status) {
        gloebit.expect(operation
                .request()
                .answers(Answers.status(
                        status, "location", other.url("/elsewhere").toString())));

        GloebitException told = Failures.of(operation.call(gloebit.client()));

        assertThat(told.details().httpStatus()).isEqualTo(status);
        assertThat(other.getRequestCount()).isZero();
    }

    static Stream<Arguments> aRedirectIsNotFollowed() {
        return Stream.of(SampleCall.values())
                .flatMap(operation ->
                        IntStream.of(301, 302, 303, 307, 308).mapToObj(status -> Arguments.of(operation, status)));
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectIsNotFollowedEvenIfTheUsersHttpClientWould(SampleCall operation) {
        gloebit.expect(operation
                .request()
                .answers(Answers.status(307, "location", other.url("/elsewhere").toString())));

        Failures.of(operation.call(gloebit.client(settings -> settings.httpClient(http -> http.followRedirect(true)))));

        assertThat(other.getRequestCount()).isZero();
    }
}
