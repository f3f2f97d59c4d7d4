package com.gloebit.reactive.wire;

import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions, and what users decide about them. */
final class SubscriptionFixtures {
    private static final String BODY = "{\"application-key\":\"application-key\",\"request-created\":1700000000,"
            + "\"username-on-application\":\"ada\",\"user-id-on-application\":\"u-1\",\"subscription-id\":\"s-1\"}";

    private SubscriptionFixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(
                Fixture.of(
                        "create-subscription",
                        "that existed before",
                        ExpectedRequest.postJsonWithoutToken(
                                        "/create-subscription",
                                        "{\"client_id\":\"application-key\",\"client_secret\":\"s3cr3t-of-the-application\","
                                                + "\"application-key\":\"application-key\",\"local-id\":\"gold\","
                                                + "\"name\":\"Gold\",\"description\":\"Every month\"}")
                                .answers("{\"success\":true,\"id\":\"s-1\",\"enabled\":true,\"status\":\"duplicate\"}"),
                        client -> client.subscriptions().create(NewSubscription.of("gold", "Gold", "Every month")),
                        new Subscription("s-1", true, "duplicate")),
                authorization(
                        "that awaits the user",
                        "{\"success\":true,\"id\":\"a-1\",\"pending\":true,\"enabled\":false}",
                        new SubscriptionAuthorization("a-1", true, false, null)),
                authorization(
                        "that the user declined before, as a failure",
                        "{\"success\":false,\"id\":\"a-1\",\"status\":\"duplicate-and-previously-declined-by-user\"}",
                        new SubscriptionAuthorization("a-1", null, null, "duplicate-and-previously-declined-by-user")),
                authorization(
                        "that awaits the user, as a failure",
                        "{\"success\":false,\"status\":\"duplicate\",\"subscription-authorization-id\":\"a-1\"}",
                        new SubscriptionAuthorization("a-1", null, null, "duplicate")),
                authorization(
                        "that the user declined before, as a success",
                        "{\"success\":true,\"status\":\"duplicate-and-previously-declined-by-user\"}",
                        new SubscriptionAuthorization(null, null, null, "duplicate-and-previously-declined-by-user")));
    }

    private static Fixture authorization(String title, String answer, @Nullable Object value) {
        return Fixture.of(
                "authorize-subscription",
                title,
                ExpectedRequest.postJson("/create-subscription-authorization", BODY)
                        .answers(answer),
                client -> client.withCredential(Given.CREDENTIAL).authorizeSubscription("s-1", "ada", "u-1"),
                value);
    }
}
