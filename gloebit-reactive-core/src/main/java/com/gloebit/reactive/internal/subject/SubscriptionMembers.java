package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.Envelope;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.JsonWriter;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import org.jspecify.annotations.Nullable;

/** The JSON members of subscriptions. */
public final class SubscriptionMembers {
    private static final String TRY_AGAIN = "Unexpected DB insert integrity error.  Please try again.";
    private static final String UNKNOWN_ERROR = "Unknown DB Error";

    private SubscriptionMembers() {}

    public static void write(SubscriptionRequest request, JsonWriter json) {
        json.text("client_id", request.key())
                .text("client_secret", request.secret())
                .text("application-key", request.key())
                .text("local-id", request.subscription().localId())
                .text("name", request.subscription().name())
                .text("description", request.subscription().description());
    }

    public static void write(SubscriptionAuthorizationRequest request, JsonWriter json) {
        json.text("application-key", request.applicationKey())
                .whole("request-created", request.created().getEpochSecond())
                .text("username-on-application", request.username())
                .text("user-id-on-application", request.userId())
                .textIfPresent("app-user-id", request.appUserId())
                .text("subscription-id", request.subscriptionId());
    }

    public static Subscription readSubscription(SubscriptionRequest request, Answer answer) {
        JsonObject body = answer.object();
        if (!body.flag("success")) {
            throw refusal(body);
        }
        return new Subscription(idOf(body), body.flag("enabled"), body.textOrNull("status"));
    }

    /**
     * Reads the answer. If the user declined before, Gloebit answers with either value of {@code success}; both are an
     * answer, not a failure.
     */
    public static SubscriptionAuthorization readAuthorization(SubscriptionAuthorizationRequest request, Answer answer) {
        JsonObject body = answer.object();
        boolean duplicate = String.valueOf(body.textOrNull("status")).startsWith("duplicate");
        if (!body.flag("success") && !duplicate) {
            throw refusal(body);
        }
        return new SubscriptionAuthorization(
                authorizationId(body),
                body.flagOrNull("pending"),
                body.flagOrNull("enabled"),
                body.textOrNull("status"));
    }

    /** Reads the id. In a failure the id has a member of its own, and the member {@code id} is invalid. */
    private static @Nullable String authorizationId(JsonObject body) {
        String id = body.textOrNull("subscription-authorization-id");
        return id == null ? body.textOrNull("id") : id;
    }

    private static String idOf(JsonObject body) {
        String id = body.textOrNull("id");
        if (id == null) {
            throw new MalformedJsonException("no member \"id\"");
        }
        return id;
    }

    private static AttemptFailure refusal(JsonObject body) {
        String reason = String.valueOf(body.textOrNull("reason"));
        return switch (reason) {
            case TRY_AGAIN -> AttemptFailure.refusal(FailureKind.OPEN, body, RequestRefusedException::new);
            case UNKNOWN_ERROR -> AttemptFailure.refusal(FailureKind.UNDECIDED, body, RequestRefusedException::new);
            default -> Envelope.refusal(body);
        };
    }
}
