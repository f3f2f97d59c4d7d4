package com.gloebit.reactive.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** A public client, a browser and the service, whatever the service calls the token. */
class ImplicitGrantFlowTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final URI REDIRECT = URI.create("https://app.example/back");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern LOGIN = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");

    static Stream<Set<OpenBehaviour>> readings() {
        return Stream.of(Set.of(), Set.of(OpenBehaviour.IMPLICIT_GRANT_NAMES_ACCESS_TOKEN));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void aTokenFromTheFragmentIsGood(Set<OpenBehaviour> open) {
        try (GloebitSimulator simulator = simulator(open)) {
            GloebitClient gloebit = GloebitClient.builder(ClientSecrets.ofPublicClient("app"))
                    .environment(GloebitEnvironment.custom(simulator.baseUri()))
                    .redirectUri(REDIRECT)
                    .scopes(Scope.USER, Scope.BALANCE)
                    .build();
            try {
                URI callback = approve(gloebit.authorizationUri(AuthorizationRequest.forSession("session")));

                assertThat(gloebit.exchange(callback.getRawFragment(), "session")
                                .flatMap(credential -> gloebit.user(credential).balance())
                                .block(LIMIT))
                        .isEqualByComparingTo("100");
            } finally {
                gloebit.dispose();
            }
            assertThat(simulator.requestCount("/oauth2/access-token")).isZero();
            assertThat(simulator.violations()).isEmpty();
        }
    }

    private static GloebitSimulator simulator(Set<OpenBehaviour> open) {
        return GloebitSimulator.builder()
                .application(Application.of("app", "unused", REDIRECT))
                .account("ada", "lovelace", new BigDecimal("100"))
                .open(open.toArray(OpenBehaviour[]::new))
                .start();
    }

    /** Logs in and approves, as a person would. */
    private static URI approve(URI page) {
        String login = HttpClient.create()
                .get()
                .uri(page)
                .responseSingle((answer, body) -> body.asString())
                .block(LIMIT);
        URI action = page.resolve(found(ACTION, login).replace("&amp;", "&"));
        String approval = submit(action, "user-name=ada&password=lovelace", (answer, body) -> body.asString());
        String decision = "decision=approve&login=" + found(LOGIN, approval);
        return URI.create(submit(
                action,
                decision,
                (answer, body) -> Mono.just(answer.responseHeaders().get("Location"))));
    }

    private static String submit(
            URI action, String fields, BiFunction<HttpClientResponse, ByteBufMono, Mono<String>> read) {
        String text = HttpClient.create()
                .headers(headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"))
                .post()
                .uri(action)
                .send(ByteBufMono.fromString(Mono.just(fields)))
                .responseSingle(read)
                .block(LIMIT);
        return requireNonNull(text, "an answer");
    }

    private static String found(Pattern pattern, @Nullable String page) {
        Matcher matcher = pattern.matcher(String.valueOf(page));
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
