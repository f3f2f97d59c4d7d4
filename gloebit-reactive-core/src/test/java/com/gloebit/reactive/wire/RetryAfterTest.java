package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

/** No test waits: the wait is read from the retry's event, and the call is cancelled. */
class RetryAfterTest {
    private static final Duration LONG = Duration.ofHours(3);

    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @CsvSource({"READ, 429", "READ, 503", "PURCHASE, 429", "PURCHASE, 503", "CONSUME, 429", "EXCHANGE, 503"})
    void theSecondsOfRetryAfterAreWaitedFor(SampleCall operation, int status) throws InterruptedException {
        assertThat(waitAfter(operation, status, "3600")).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void theDateOfRetryAfterIsWaitedFor(int status) throws InterruptedException {
        Duration wait = waitAfter(SampleCall.READ, status, httpDate(Duration.ofHours(2)));

        assertThat(wait).isBetween(Duration.ofMinutes(90), Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void aRetryAfterInSecondsBeyondTheDeadlineEndsTheCall(SampleCall operation) {
        assertEndedBy(operation, "60");
    }

    @ParameterizedTest
    @EnumSource
    void aRetryAfterDateBeyondTheDeadlineEndsTheCall(SampleCall operation) {
        assertEndedBy(operation, httpDate(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "9999999999"})
    void aRetryAfterBeyondAllBoundsEndsTheCall(String seconds) {
        assertEndedBy(SampleCall.PURCHASE, seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "soon", "1.5", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void aRetryAfterWithoutAWaitLeavesTheBackoff(String header) {
        gloebit.expect(SampleCall.PURCHASE.request().answers(Answers.status(429, "retry-after", header)))
                .expect(SampleCall.PURCHASE.answered());

        assertThat(SampleCall.PURCHASE.call(gloebit.client()).block(Given.PATIENCE))
                .isNotNull();
    }

    private Duration waitAfter(SampleCall operation, int status, String header) throws InterruptedException {
        gloebit.expect(operation.request().answers(Answers.status(status, "retry-after", header)));
        GloebitClient client = gloebit.client(
                settings -> settings.retryRegistry(retries).limits(CallLimits.DEFAULT.withDeadline(LONG)));
        retries.getAllRetries()
                .forEach(retry -> retry.getEventPublisher().onRetry(event -> waits.add(event.getWaitInterval())));

        Disposable call = operation.call(client).subscribe(value -> {}, failure -> {});
        Duration wait = waits.poll(Given.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        call.dispose();
        assertThat(wait).as("the wait before the second attempt").isNotNull();
        return wait;
    }

    private void assertEndedBy(SampleCall operation, String header) {
        gloebit.expect(operation.request().answers(Answers.status(429, "retry-after", header)));

        UnexpectedStatusException told = Failures.of(operation.call(gloebit.client()), UnexpectedStatusException.class);

        assertThat(told.details().attempts()).isEqualTo(1);
    }

    private static String httpDate(Duration ahead) {
        Instant then = Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atOffset(ZoneOffset.UTC));
    }
}
