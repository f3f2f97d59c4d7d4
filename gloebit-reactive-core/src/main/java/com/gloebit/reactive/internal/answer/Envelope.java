package com.gloebit.reactive.internal.answer;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.internal.json.JsonObject;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of the answer of every endpoint that requires a token: {@code success}, then the value, or {@code reason}
 * and {@code status}.
 */
public final class Envelope {
    private static final Set<String> TOKEN_REASONS =
            Set.of("unknown token", "unknown token1", "unknown token2", "unknown OAuth2 token", "token has expired");

    private Envelope() {}

    /** Reads the value from the members of a success. */
    public static <A, R> AnswerReader<A, R> value(Function<JsonObject, R> value) {
        return (argument, answer) -> {
            JsonObject body = answer.object();
            if (!body.flag("success")) {
                throw refusal(body);
            }
            return value.apply(body);
        };
    }

    /** Reads a success without a value. */
    public static <A> AnswerReader<A, Boolean> done() {
        return value(body -> true);
    }

    public static boolean refusesToken(@Nullable String reason) {
        return reason != null && TOKEN_REASONS.contains(reason);
    }

    public static AttemptFailure refusal(JsonObject body) {
        return AttemptFailure.refusal(
                FailureKind.REFUSED,
                body,
                refusesToken(body.textOrNull("reason"))
                        ? AccessTokenInvalidException::new
                        : RequestRefusedException::new);
    }
}
