package com.gloebit.reactive.flow.support;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/** Ada at the service's page for a subscription. */
public final class Browser {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern LOGIN = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");

    private final HttpClient http;

    public Browser(HttpClient http) {
        this.http = http;
    }

    /** Logs in and decides; the page that says so. */
    public String decide(URI page, String decision) {
        String login = http.get()
                .uri(page)
                .responseSingle((answer, body) -> body.asString())
                .block(LIMIT);
        URI action = page.resolve(found(ACTION, login).replace("&amp;", "&"));
        String approval = submit(action, "user-name=ada&password=lovelace");
        return submit(action, "decision=" + decision + "&login=" + found(LOGIN, approval));
    }

    private String submit(URI action, String fields) {
        String text = http.headers(headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"))
                .post()
                .uri(action)
                .send(ByteBufMono.fromString(Mono.just(fields)))
                .responseSingle((answer, body) -> body.asString())
                .block(LIMIT);
        return requireNonNull(text, "an answer");
    }

    private static String found(Pattern pattern, @Nullable String page) {
        Matcher matcher = pattern.matcher(String.valueOf(page));
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
