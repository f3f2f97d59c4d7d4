package com.gloebit.reactive.internal.answer;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The failure of one attempt. The pipeline decides on retries by it, and creates the exception for the caller from it.
 */
public final class AttemptFailure extends RuntimeException {

    /** Creates the exception for the caller, once the outcome over all attempts is known. */
    @FunctionalInterface
    public interface ExceptionFactory {
        GloebitException create(FailureDetails details, @Nullable Throwable cause);
    }

    private static final List<String> QUOTE_NOTHING =
            List.of("java.", "javax.net.ssl.", "io.netty.channel.", "reactor.netty.");

    private final FailureKind kind;
    private final ExceptionFactory exceptionFactory;
    private final @Nullable String reason;
    private final @Nullable String status;
    private final @Nullable Integer httpStatus;
    private final @Nullable Duration retryAfter;
    private @Nullable Duration retryDelay;

    private AttemptFailure(
            FailureKind kind,
            ExceptionFactory exceptionFactory,
            @Nullable String reason,
            @Nullable String status,
            @Nullable Integer httpStatus,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(kind.tag(), cause, false, false);
        this.kind = kind;
        this.exceptionFactory = exceptionFactory;
        this.reason = reason;
        this.status = status;
        this.httpStatus = httpStatus;
        this.retryAfter = retryAfter;
    }

    /** Creates the failure for {@code success: false} or an OAuth error. */
    public static AttemptFailure refusal(FailureKind kind, JsonObject body, ExceptionFactory exceptionFactory) {
        return new AttemptFailure(
                kind, exceptionFactory, body.textOrNull("reason"), body.textOrNull("status"), 200, null, null);
    }

    public static AttemptFailure refusal(FailureKind kind, Answer answer, ExceptionFactory exceptionFactory) {
        return new AttemptFailure(kind, exceptionFactory, null, null, answer.status(), answer.retryAfter(), null);
    }

    public static AttemptFailure unreadable(MalformedJsonException malformed) {
        return unreadable(String.valueOf(malformed.getMessage()));
    }

    /** Describes the problem in our words, because the text of the answer may contain a secret. */
    public static AttemptFailure unreadable(String what) {
        return new AttemptFailure(
                FailureKind.UNREADABLE,
                (details, cause) -> new UnreadableAnswerException(what, details, cause),
                null,
                null,
                200,
                null,
                null);
    }

    /** Creates the failure for a body over the limit. With a status other than 200 the status alone decides. */
    public static AttemptFailure tooLarge(int status, @Nullable Duration retryAfter, int limit) {
        return status == 200
                ? unreadable("it is larger than " + limit + " bytes")
                : status(new Answer(status, retryAfter, new byte[0], 0));
    }

    public static AttemptFailure status(Answer answer) {
        return refusal(kindOf(answer.status()), answer, UnexpectedStatusException::new);
    }

    public static AttemptFailure transport(boolean sent, Throwable error) {
        return new AttemptFailure(
                sent ? FailureKind.LOST : FailureKind.UNREACHABLE,
                ServiceUnreachableException::new,
                null,
                null,
                null,
                null,
                quotingNothing(error));
    }

    /** Creates the failure for a TLS fault that a retry does not fix. The description is in our words. */
    public static AttemptFailure untrusted(String why, Throwable error) {
        return new AttemptFailure(
                FailureKind.UNTRUSTED,
                (details, cause) -> new ServiceUnreachableException(
                        "No trusted TLS connection to Gloebit can be made, " + why, details, cause),
                null,
                null,
                null,
                null,
                // The JDK's exceptions may quote the server's certificate.
                new SSLException(error.getClass().getName()));
    }

    /** Keeps only the type of an exception of a codec or proxy: its message quotes what it read. */
    private static Throwable quotingNothing(Throwable error) {
        String type = error.getClass().getName();
        boolean quotesNothing = (error instanceof IOException || error instanceof TimeoutException)
                && QUOTE_NOTHING.stream().anyMatch(type::startsWith);
        return quotesNothing ? error : new IOException(type);
    }

    /**
     * Creates the failure for a timeout before anything was sent. Whether the pool or the network was slow cannot be
     * determined.
     */
    public static AttemptFailure notConnectedInTime(Throwable cause) {
        return new AttemptFailure(
                FailureKind.NOT_CONNECTED, ServiceUnreachableException::new, null, null, null, null, cause);
    }

    public static AttemptFailure poolExhausted(Throwable cause) {
        return blocked(BlockedBy.CONNECTION_POOL, cause);
    }

    public static AttemptFailure clientClosed() {
        return blocked(BlockedBy.CLIENT_CLOSED, null);
    }

    private static AttemptFailure blocked(BlockedBy by, @Nullable Throwable cause) {
        return new AttemptFailure(
                FailureKind.BLOCKED,
                (details, why) -> new CallBlockedException(by, details, why),
                null,
                null,
                null,
                null,
                cause);
    }

    private static FailureKind kindOf(int status) {
        if (status == 429) {
            return FailureKind.DECLINED;
        }
        if (status >= 500) {
            return FailureKind.SERVER_ERROR;
        }
        boolean saysNotDone = status >= 400 && status != 408 && status != 409;
        return saysNotDone ? FailureKind.REFUSED_STATUS : FailureKind.UNEXPECTED_STATUS;
    }

    public FailureKind kind() {
        return kind;
    }

    public @Nullable Integer httpStatus() {
        return httpStatus;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the delay before the next attempt, set once when the attempt ends; null if there is no next attempt. */
    public @Nullable Duration retryDelay() {
        return retryDelay;
    }

    public void planRetryAfter(Duration wait) {
        this.retryDelay = wait;
    }

    /** Creates the exception for the caller from the answer and the given details. */
    public GloebitException toException(FailureDetails details) {
        return exceptionFactory.create(
                new FailureDetails(
                        details.endpoint(),
                        details.outcome(),
                        details.attempts(),
                        reason,
                        status,
                        httpStatus,
                        details.transactionId()),
                getCause());
    }
}
