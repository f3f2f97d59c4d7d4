package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input to a call fails when the call is written down, not when it is subscribed to; nothing is sent. */
@SuppressWarnings("NullAway") // null is one of the bad inputs
class BadCallTest {
    private static final String INJECTED = "x\r\nX-Injected: 1";
    private static final String HALF = "x\uD83D";

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadCallOfAUserFailsAtOnceWithItsArgument(String argument, Consumer<AuthorizedUser> call) {
        AuthorizedUser ada = gloebit.ada();

        assertThatIllegalArgumentException().isThrownBy(() -> call.accept(ada)).withMessageContaining(argument);
    }

    static Stream<Arguments> aBadCallOfAUserFailsAtOnceWithItsArgument() {
        return Stream.of(
                user("purchase", ada -> ada.purchase(null)),
                user("pending", ada -> ada.resend(null)),
                user("limits", ada -> ada.withLimits(null)),
                user("id", ada -> ada.character(null)),
                user("product", ada -> ada.products().consume(null, 1)),
                user("product", ada -> ada.products().consume(" ", 1)),
                user("product", ada -> ada.products().consume("x".repeat(256), 1)),
                user("count", ada -> ada.products().consume("Torch", 0)),
                user("count", ada -> ada.products().consume("Torch", -1)),
                user("count", ada -> ada.products().grant("Torch", 0)),
                user("count", ada -> ada.products().setCount("Torch", -1)),
                user("name", ada -> ada.characters().create(" ", Map.of())),
                user("members", ada -> ada.characters().create("Ada", Map.of("id", 1))),
                user("members.x", ada -> ada.characters().create("Ada", Map.of("x", new Object()))),
                user("members.a[1] ", ada -> ada.characters().create("Ada", Map.of("a", List.of("x", HALF)))),
                user("character", ada -> ada.characters().update(null)),
                user(
                        "character.members.a.b ",
                        ada -> ada.characters()
                                .update(new StoredCharacter(Given.CHARACTER, "Ada", Map.of("a", Map.of("b", HALF))))),
                user("character.name", ada -> ada.characters().update(character(HALF))),
                user("character.name", ada -> ada.characters().update(character(""))),
                user("character.name", ada -> ada.characters().update(character("x".repeat(256)))),
                user("id", ada -> ada.characters().delete(null)),
                user("item", ada -> ada.items().create(null)),
                user("folderId", ada -> ada.items().list("x".repeat(37))),
                user("params", ada -> ada.items().update(Given.CHARACTER, null)),
                user("params.a ", ada -> ada.items().update(Given.CHARACTER, Map.of("a", HALF))),
                user("params ", ada -> ada.items().update(Given.CHARACTER, Map.of(HALF, 1))),
                user("folderId", ada -> ada.items().list(HALF)),
                user("product", ada -> ada.products().consume(HALF, 1)),
                user("subscriptionId", ada -> ada.authorizeSubscription(" ", "ada", "7")),
                user("userId", ada -> ada.authorizeSubscription("s", "ada", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aLineBreakIsRefusedAtOnce(String argument, Consumer<AuthorizedUser> call) {
        AuthorizedUser ada = gloebit.ada();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(ada))
                .withMessageStartingWith(argument + " has a control character");
    }

    /** A folder is the only text of a user that becomes a path. */
    static Stream<Arguments> aLineBreakIsRefusedAtOnce() {
        return Stream.of(
                user("folderId", ada -> ada.items().list(INJECTED)),
                user("folderId", ada -> ada.items().list("\r")),
                user("folderId", ada -> ada.items().list("\n")),
                user("folderId", ada -> ada.items().update(Given.CHARACTER, Map.of(), INJECTED)),
                user("product", ada -> ada.products().consume(INJECTED, 1)),
                user("product", ada -> ada.products().grant(INJECTED, 1)),
                user("product", ada -> ada.products().setCount(INJECTED, 1)),
                user("name", ada -> ada.characters().create(INJECTED, Map.of())),
                user("character.name", ada -> ada.characters().update(character(INJECTED))),
                user("subscriptionId", ada -> ada.authorizeSubscription(INJECTED, "ada", "7")),
                user("username", ada -> ada.authorizeSubscription("s", INJECTED, "7")),
                user("userId", ada -> ada.authorizeSubscription("s", "ada", INJECTED)));
    }

    private static StoredCharacter character(String name) {
        return new StoredCharacter(Given.CHARACTER, name, Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadCallOfAClientFailsAtOnceWithItsArgument(String argument, Consumer<GloebitClient> call) {
        GloebitClient client = gloebit.client();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(client))
                .withMessageContaining(argument);
    }

    static Stream<Arguments> aBadCallOfAClientFailsAtOnceWithItsArgument() {
        return Stream.of(
                client("request", client -> client.authorizationUri(null)),
                client("session", client -> client.exchange(SampleCall.callback(client), null)),
                client("session", client -> client.exchange(SampleCall.callback(client), " ")),
                client("credential", client -> client.withCredential((Credential) null)),
                client("user", client -> client.user((String) null)),
                client("user", client -> client.user(" ")),
                client("user", client -> client.user(INJECTED)),
                client("user", client -> client.invalidate(INJECTED, Given.CREDENTIAL)),
                client("session", client -> client.exchange(SampleCall.callback(client), INJECTED)),
                client("user", client -> client.invalidate(null, Given.CREDENTIAL)),
                client("invalid", client -> client.invalidate("ada", null)),
                client("user", client -> client.forget(null)),
                client("user", client -> client.forget(INJECTED)),
                client("atMost", client -> client.closeGracefully(null)),
                client("atMost", client -> client.closeGracefully(Duration.ZERO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadCallOfTheBuilderFailsAtOnceWithItsArgument(String argument, Consumer<GloebitClientBuilder> call) {
        GloebitClientBuilder builder = GloebitClient.builder(Given.SECRETS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(builder))
                .withMessageContaining(argument);
    }

    static Stream<Arguments> aBadCallOfTheBuilderFailsAtOnceWithItsArgument() {
        return Stream.of(
                builder("secrets", builder -> GloebitClient.builder(null)),
                builder("environment", builder -> builder.environment(null)),
                builder("redirectUri", builder -> builder.redirectUri(null)),
                builder("redirectUri", builder -> builder.redirectUri(URI.create("back"))),
                builder("redirectUri", builder -> builder.redirectUri(URI.create("app:/back"))),
                builder("redirectUri", builder -> builder.redirectUri(URI.create("https://app.example/" + HALF))),
                builder("scopes", builder -> builder.scopes(null)),
                builder("limit", builder -> builder.lateRequestLimit(Duration.ZERO)),
                builder("limit", builder -> builder.lateRequestLimit(Duration.ofHours(25))),
                builder("signingKey", builder -> builder.signingKey(null)),
                builder("signingKey", builder -> builder.signingKey(new byte[31])),
                builder("signingKey", builder -> builder.signingKey(new byte[32], new byte[0])),
                builder("limits", builder -> builder.limits(null)),
                builder("resilience", builder -> builder.resilience(null)),
                builder("connections", builder -> builder.connections(null)),
                builder("clock", builder -> builder.clock(null)));
    }

    @Test
    void withoutAnEnvironmentNoClientIsBuilt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GloebitClient.builder(Given.SECRETS).build())
                .withMessageContaining("environment");
    }

    @Test
    void withoutARedirectUriNoAuthorizationUriIsBuilt() {
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.SANDBOX)
                .build();
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.authorizationUri(AuthorizationRequest.forSession(Given.SESSION)))
                    .withMessageContaining("redirectUri");
        } finally {
            client.dispose();
        }
    }

    private static Arguments user(String argument, Consumer<AuthorizedUser> call) {
        return arguments(argument, call);
    }

    private static Arguments client(String argument, Consumer<GloebitClient> call) {
        return arguments(argument, call);
    }

    private static Arguments builder(String argument, Consumer<GloebitClientBuilder> call) {
        return arguments(argument, call);
    }
}
