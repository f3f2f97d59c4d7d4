package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Subscriptions, and what users decide about them. */
final class SubscriptionEntries {
    private static final String BODY = "{\"application-key\":\"application-key\",\"request-created\":1700000000,"
            + "\"username-on-application\":\"ada\",\"user-id-on-application\":\"u-1\",\"subscription-id\":\"s-1\"}";

    private SubscriptionEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(createSubscription(), authorizeSubscription());
    }

    private static EndpointEntry createSubscription() {
        return EndpointEntry.of("create-subscription", BY_KEY)
                .withFixture(Fixture.of(
                        "that existed before",
                        ExpectedRequest.postJsonWithoutToken(
                                        "/create-subscription",
                                        "{\"client_id\":\"application-key\",\"client_secret\":\"s3cr3t-of-the-application\","
                                                + "\"application-key\":\"application-key\",\"local-id\":\"gold\","
                                                + "\"name\":\"Gold\",\"description\":\"Every month\"}")
                                .answers("{\"success\":true,\"id\":\"s-1\",\"enabled\":true,\"status\":\"duplicate\"}"),
                        client -> client.subscriptions().create(NewSubscription.of("gold", "Gold", "Every month")),
                        new Subscription("s-1", true, "duplicate")))
                .withCall((shop, client) -> new PreparedCall<>(
                        client.subscriptions().create(monthly("Gold")),
                        subscription -> assertThat(subscription.id()).isNotEmpty(),
                        () -> isRefused(client.subscriptions().create(monthly("Silver")))));
    }

    /** A local id is good for one name. */
    private static boolean isRefused(Mono<Subscription> create) {
        return block(
                create.map(subscription -> false).onErrorResume(GloebitException.class, refused -> Mono.just(true)));
    }

    private static EndpointEntry authorizeSubscription() {
        return EndpointEntry.of("authorize-subscription", BY_KEY)
                .withFixture(authorization(
                        "that awaits the user",
                        "{\"success\":true,\"id\":\"a-1\",\"pending\":true,\"enabled\":false}",
                        new SubscriptionAuthorization("a-1", true, false, null)))
                .withFixture(authorization(
                        "that the user declined before, as a failure",
                        "{\"success\":false,\"id\":\"a-1\",\"status\":\"duplicate-and-previously-declined-by-user\"}",
                        new SubscriptionAuthorization("a-1", null, null, "duplicate-and-previously-declined-by-user")))
                .withFixture(authorization(
                        "that awaits the user, as a failure",
                        "{\"success\":false,\"status\":\"duplicate\",\"subscription-authorization-id\":\"a-1\"}",
                        new SubscriptionAuthorization("a-1", null, null, "duplicate")))
                .withFixture(authorization(
                        "that the user declined before, as a success",
                        "{\"success\":true,\"status\":\"duplicate-and-previously-declined-by-user\"}",
                        new SubscriptionAuthorization(null, null, null, "duplicate-and-previously-declined-by-user")))
                .withCall(SubscriptionEntries::authorize);
    }

    private static PreparedCall<SubscriptionAuthorization> authorize(SimulatedShop shop, GloebitClient client) {
        String gold =
                block(shop.gloebit.subscriptions().create(monthly("Gold"))).id();
        AuthorizedUser ada = shop.adaBy(client);
        Mono<SubscriptionAuthorization> authorization = ada.authorizeSubscription(gold, "ada", "player-1");
        return new PreparedCall<>(
                authorization,
                authorized -> assertThat(authorized.id()).isNotEmpty(),
                () -> String.valueOf(block(authorization).status()));
    }

    private static NewSubscription monthly(String name) {
        return NewSubscription.of("monthly", name, "Every month");
    }

    private static Fixture authorization(String title, String answer, @Nullable Object value) {
        return Fixture.ofUser(
                title,
                ExpectedRequest.postJson("/create-subscription-authorization", BODY)
                        .answers(answer),
                ada -> ada.authorizeSubscription("s-1", "ada", "u-1"),
                value);
    }
}
