package com.gloebit.reactive.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Ada at the service's pages. */
public final class Browser {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern LOGIN = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");

    private final HttpClient http;

    public Browser(HttpClient http) {
        this.http = http;
    }

    /** Logs in and approves; where the service then sends the browser. */
    public URI approve(URI page) {
        return URI.create(decide(page, "approve", Browser::location));
    }

    /** Logs in and decides; the page that says so. */
    String decide(URI page, String decision) {
        return decide(page, decision, (answer, body) -> body.asString());
    }

    /** Where a page sends the browser that only opens it. */
    URI redirectOf(URI page) {
        return URI.create(requireNonNull(
                http.get().uri(page).responseSingle(Browser::location).block(LIMIT), "a redirect"));
    }

    private String decide(URI page, String decision, BiFunction<HttpClientResponse, ByteBufMono, Mono<String>> read) {
        String login = http.get()
                .uri(page)
                .responseSingle((answer, body) -> body.asString())
                .block(LIMIT);
        URI action = page.resolve(found(ACTION, login).replace("&amp;", "&"));
        String approval = submit(action, "user-name=ada&password=lovelace", (answer, body) -> body.asString());
        return submit(action, "decision=" + decision + "&login=" + found(LOGIN, approval), read);
    }

    private static Mono<String> location(HttpClientResponse answer, ByteBufMono body) {
        return Mono.justOrEmpty(answer.responseHeaders().get("Location"));
    }

    private String submit(URI action, String fields, BiFunction<HttpClientResponse, ByteBufMono, Mono<String>> read) {
        String text = http.headers(headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"))
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
