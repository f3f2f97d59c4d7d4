package com.gloebit.reactive.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.http.CollectedAnswer;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.RunParameters;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Generated answers, mutated from the fixtures, read by every endpoint. {@code -Danswers} says how many, {@code -Dseed} where
 * to begin; each seed is one answer, and a failure names its seed.
 */
class AnswerFuzzTest {
    private static final int LIMIT = 64 * 1024;
    private static final int BATCH = 5_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final String ACCEPTED = "accepted";

    private final long first = RunParameters.number("seed", 1);
    private final long answers = RunParameters.count("answers", 50_000);
    private final Map<String, Integer> ends = new TreeMap<>();
    private volatile long seed = first;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // whatever number is asked for; each batch has its own limit
    void everyGeneratedAnswerIsReadAsItsTextOrFailsWithATypedException() throws Exception {
        long began = System.nanoTime();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            for (long begin = first; begin < first + answers; begin += BATCH) {
                long end = Math.min(begin + BATCH, first + answers);
                finish(reader.submit(() -> read(end)));
                seed = end;
            }
        } finally {
            reader.shutdownNow();
        }
        System.out.printf(
                "%s answers, seeds %s to %s, in %s ms: %s%n",
                answers, first, seed - 1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), ends);
        if (answers >= 10_000) {
            assertThat(ends.keySet())
                    .as("how they ended: all ways have to be among them")
                    .contains(ACCEPTED)
                    .containsAll(Stream.of(FailureKind.values())
                            .filter(AnswerFuzzTest::comesFromAnAnswer)
                            .map(FailureKind::tag)
                            .toList());
        }
    }

    private void finish(Future<?> batch) throws Exception {
        try {
            batch.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("reading hangs at " + described(), e);
        }
    }

    private void read(long end) {
        for (long next = seed; next < end; next++) {
            seed = next;
            FuzzedAnswer fuzzed = FuzzedAnswer.of(next);
            try {
                ends.merge(outcome(fuzzed), 1, Integer::sum);
            } catch (Throwable e) {
                throw new AssertionError(described(), e);
            }
        }
    }

    private String described() {
        return "-Dseed=" + seed + " -Danswers=1: " + FuzzedAnswer.of(seed);
    }

    private static String outcome(FuzzedAnswer fuzzed) {
        FuzzedEndpoint endpoint = FuzzedEndpoint.named(fuzzed.endpoint());
        IndependentReading said = IndependentReading.of(fuzzed.body());
        Object value;
        try {
            Answer answer = CollectedAnswer.of(fuzzed.status(), fuzzed.body(), fuzzed.piece(), LIMIT);
            value = endpoint.read(answer);
        } catch (AttemptFailure failure) {
            assertTold(failure, fuzzed, said);
            assertTyped(failure, endpoint);
            return failure.kind().tag();
        }
        assertAccepted(value, fuzzed, said);
        return ACCEPTED;
    }

    private static void assertAccepted(@Nullable Object value, FuzzedAnswer fuzzed, IndependentReading said) {
        assertThat(value).isNotNull();
        assertThat(fuzzed.status()).as("HTTP status of what was accepted").isEqualTo(200);
        switch (fuzzed.endpoint()) {
            case "access-token" -> assertThat(said.text("access_token")).isNotEmpty();
            case "authorize-subscription" ->
                assertThat(said.succeeded()
                                || (said.failed() && said.text("status").startsWith("duplicate")))
                        .as("success, or a duplicate")
                        .isTrue();
            default -> assertThat(said.succeeded()).as("success").isTrue();
        }
        if (value instanceof Receipt receipt) {
            assertThat(receipt.transactionId().value())
                    .as("the transaction that was accepted")
                    .isEqualToIgnoringCase(said.text("id"));
        }
        if (value instanceof Receipt || value instanceof Credential) {
            assertClean(value);
        }
    }

    /** A refusal needs a word of the service's, as much as a success does: it says that nothing was done. */
    private static void assertTold(AttemptFailure failure, FuzzedAnswer fuzzed, IndependentReading said) {
        switch (failure.kind()) {
            case REFUSED, TOO_FEW_GLOEBITS, OPEN, UNDECIDED -> {
                if (fuzzed.endpoint().equals("access-token")) {
                    assertThat(said.text("access_token")).isEmpty();
                } else {
                    assertThat(fuzzed.status()).isEqualTo(200);
                    assertThat(said.failed()).as("refused by success false").isTrue();
                }
            }
            case UNREADABLE -> {
                assertThat(fuzzed.status()).isEqualTo(200);
                assertThat(fuzzed.endpoint().startsWith("transact") && said.accepts("order-1"))
                        .as("a purchase that was accepted")
                        .isFalse();
            }
            default -> assertThat(fuzzed.status()).isNotEqualTo(200);
        }
    }

    private static void assertTyped(AttemptFailure failure, FuzzedEndpoint endpoint) {
        GloebitException exposed = failure.toException(
                FailureDetails.beforeSending(endpoint.endpoint().name()).withOutcome(Outcome.UNKNOWN));
        GloebitException told = endpoint.unknownOutcome(exposed);
        for (Throwable link = told; link != null; link = link.getCause()) {
            assertClean(link);
        }
    }

    private static void assertClean(Object printed) {
        String text = printed.toString();
        for (String secret : Given.CONFIDENTIAL) {
            assertThat(text).doesNotContain(secret);
        }
    }

    private static boolean comesFromAnAnswer(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE, UNTRUSTED, NOT_CONNECTED, BLOCKED, LOST -> false;
            default -> true;
        };
    }
}
