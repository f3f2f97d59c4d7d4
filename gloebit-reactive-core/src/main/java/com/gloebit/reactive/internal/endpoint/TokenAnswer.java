package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a token exchange: OAuth's form, not the envelope. */
final class TokenAnswer {
    private TokenAnswer() {}

    static Credential read(TokenRequest request, Answer answer) {
        if (answer.status() == 400 || answer.status() == 401) {
            throw refusal(answer);
        }
        JsonObject body = answer.object();
        if (!body.has("access_token")) {
            throw refusal(body);
        }
        try {
            return credential(request, body);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            // Not even the message: it may quote the token.
            throw AttemptFailure.unreadable("a member of the credential is not what it should be");
        }
    }

    private static Credential credential(TokenRequest request, JsonObject body) {
        String granted = body.optionalText("scope");
        return Credential.of(
                body.text("access_token"),
                keepable(body.optionalText("refresh_token")),
                body.optionalText("app_user_id"),
                granted == null ? request.scopes() : known(granted));
    }

    /** It is never needed: a strange one is no reason to lose the access token. */
    private static @Nullable String keepable(@Nullable String refreshToken) {
        return refreshToken != null && Arguments.isSecret(refreshToken) ? refreshToken : null;
    }

    /** A scope we do not know is no scope we need. */
    private static Set<Scope> known(String granted) {
        List<String> words = List.of(granted.split(" "));
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.text())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** RFC 6749, 5.2: an error object, with status 400 or 401. Without one it is just an HTTP status. */
    private static AttemptFailure refusal(Answer answer) {
        String error;
        try {
            error = AttemptFailure.text(answer.json(), "error");
        } catch (AttemptFailure notJson) {
            return AttemptFailure.status(answer);
        }
        return error == null ? AttemptFailure.status(answer) : authorizationFailed(answer, error);
    }

    private static AttemptFailure refusal(JsonObject body) {
        String error = AttemptFailure.text(body, "error");
        if (error == null && AttemptFailure.text(body, "reason") == null) {
            return AttemptFailure.unreadable("neither an access token nor an error");
        }
        return AttemptFailure.refusal(
                FailureKind.REFUSED, body, (details, cause) -> new AuthorizationFailedException(error, details, cause));
    }

    private static AttemptFailure authorizationFailed(Answer answer, @Nullable String error) {
        return AttemptFailure.refusal(
                FailureKind.REFUSED_STATUS,
                answer,
                (details, cause) -> new AuthorizationFailedException(error, details, cause));
    }
}
