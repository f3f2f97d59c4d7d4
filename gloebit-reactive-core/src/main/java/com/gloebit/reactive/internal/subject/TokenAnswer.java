package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.Envelope;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** The answer to a token exchange. It has the form of OAuth, not of {@link Envelope}. */
public final class TokenAnswer {
    private static final int MAX_APP_USER_ID = 256;

    private TokenAnswer() {}

    public static Credential read(TokenRequest request, Answer answer) {
        if (answer.status() == 400 || answer.status() == 401) {
            throw refusal(answer);
        }
        JsonObject body = answer.object();
        if (!body.has("access_token")) {
            throw refusal(body);
        }
        return credential(accessToken(body), request, body);
    }

    private static String accessToken(JsonObject body) {
        try {
            String token = body.text("access_token");
            if (Arguments.isSecret(token)) {
                return token;
            }
        } catch (MalformedJsonException notText) {
            // The token is not text. Converting a number to text could have changed its digits.
        }
        throw AttemptFailure.unreadable("the access token is not valid");
    }

    /** The code is used up, so an invalid member beside the token must not lose the token. */
    private static Credential credential(String token, TokenRequest request, JsonObject body) {
        String refreshToken = body.textOrNull("refresh_token");
        String appUserId = body.textOrNull("app_user_id");
        return Credential.of(
                token,
                refreshToken != null && Arguments.isSecret(refreshToken) ? refreshToken : null,
                appUserId != null && Arguments.isText(appUserId, MAX_APP_USER_ID) ? appUserId : null,
                GrantedScopes.of(body.textOrNull("scope"), request.scopes()));
    }

    /**
     * Reads an error object with status 400 or 401 (RFC 6749, 5.2). Without an error object, only the HTTP status
     * counts.
     */
    private static AttemptFailure refusal(Answer answer) {
        String error;
        try {
            error = answer.json().textOrNull("error");
        } catch (AttemptFailure notJson) {
            return AttemptFailure.status(answer);
        }
        return error == null ? AttemptFailure.status(answer) : authorizationFailed(answer, error);
    }

    private static AttemptFailure refusal(JsonObject body) {
        String error = body.textOrNull("error");
        if (error == null && body.textOrNull("reason") == null) {
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
