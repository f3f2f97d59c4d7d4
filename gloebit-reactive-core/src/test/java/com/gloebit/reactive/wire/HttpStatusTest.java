package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any status but 200 is a failure, whatever the body says; which one says whether it may have happened. */
class HttpStatusTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @MethodSource
    void aRefusalByStatusIsNotDone(SampleCall operation, int status) {
        gloebit.expect(operation.request().answers(Answers.status(status)));

        assertNotDone(Failures.of(operation.call(gloebit.client())), status, 1);
    }

    static Stream<Arguments> aRefusalByStatusIsNotDone() {
        return every(400, 401, 403, 404, 405, 410, 413, 422);
    }

    @ParameterizedTest
    @MethodSource
    void aDeclinedCallIsRetriedAndNotDone(SampleCall operation, int status) {
        gloebit.expect(3, operation.request().answers(Answers.status(status)));

        assertNotDone(Failures.of(operation.call(gloebit.client())), status, 3);
    }

    static Stream<Arguments> aDeclinedCallIsRetriedAndNotDone() {
        return every(429);
    }

    @ParameterizedTest
    @MethodSource
    void aServerErrorLeavesDoubt(SampleCall operation, int status) {
        int attempts = operation.attemptsWhenServerFails();
        gloebit.expect(attempts, operation.request().answers(Answers.status(status)));

        assertInDoubt(operation, Failures.of(operation.call(gloebit.client())), status, attempts);
    }

    static Stream<Arguments> aServerErrorLeavesDoubt() {
        return every(500, 502, 503, 504);
    }

    @ParameterizedTest
    @MethodSource
    void anUnexpectedStatusLeavesDoubt(SampleCall operation, int status) {
        gloebit.expect(operation.request().answers(Answers.status(status)));

        assertInDoubt(operation, Failures.of(operation.call(gloebit.client())), status, 1);
    }

    static Stream<Arguments> anUnexpectedStatusLeavesDoubt() {
        return every(201, 202, 204, 301, 302, 303, 307, 308, 408, 409);
    }

    /** The body is good, the status is not. */
    @ParameterizedTest
    @EnumSource
    void aStatusOutweighsTheBody(SampleCall operation) {
        MockResponse good = operation.answered().answer();
        gloebit.expect(operation.request().answers(good.newBuilder().code(403).build()));

        assertNotDone(Failures.of(operation.call(gloebit.client())), 403, 1);
    }

    /** The size of a body that nobody reads does not make a refusal less certain. */
    @ParameterizedTest
    @EnumSource
    void aStatusOutweighsTheSizeOfTheBody(SampleCall operation) {
        gloebit.expect(operation
                .request()
                .answers(Answers.body(403, Answers.ofSize(2 << 20)).build()));

        assertNotDone(Failures.of(operation.call(gloebit.client())), 403, 1);
    }

    private static Stream<Arguments> every(int... statuses) {
        return Stream.of(SampleCall.values())
                .flatMap(operation -> IntStream.of(statuses).mapToObj(status -> Arguments.of(operation, status)));
    }

    private static void assertNotDone(GloebitException told, int status, int attempts) {
        assertThat(told).isInstanceOf(UnexpectedStatusException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.details().httpStatus()).isEqualTo(status);
        assertThat(told.details().attempts()).isEqualTo(attempts);
    }

    private static void assertInDoubt(SampleCall operation, GloebitException told, int status, int attempts) {
        assertThat(told).isInstanceOf(operation.toldInDoubt(UnexpectedStatusException.class));
        assertThat(told.outcome()).isEqualTo(operation.outcomeInDoubt());
        assertThat(told.details().httpStatus()).isEqualTo(status);
        assertThat(told.details().attempts()).isEqualTo(attempts);
    }
}
