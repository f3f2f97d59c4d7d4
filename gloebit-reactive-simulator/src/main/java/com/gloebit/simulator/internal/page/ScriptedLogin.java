package com.gloebit.simulator.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.internal.wire.PercentEncoding;
import com.gloebit.simulator.internal.wire.RequestMembers;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** A user at the authorize page who logs in and approves: what is posted, and where to, is read from the pages. */
public final class ScriptedLogin {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");
    private static final Pattern ALERT = Pattern.compile("<p role=\"alert\">([^<]*)</p>");

    private final HttpClient http;

    /** Takes a client that follows no redirect. */
    public ScriptedLogin(HttpClient http) {
        this.http = http;
    }

    /** What a browser shows, or where it is sent on to. */
    private record Page(URI address, Optional<URI> redirect, String html) {}

    /** Where the service sends the browser at the end, or earlier if it has nothing to ask. Blocks. */
    public URI approve(URI authorizationUri, String userName, String password) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("approve blocks, which this thread must not");
        }
        URI redirect = open(authorizationUri)
                .flatMap(login -> submit(login, Map.of("user-name", userName, "password", password)))
                .flatMap(approval -> submit(approval, Map.of("decision", "approve")))
                .map(end -> end.redirect().orElseThrow(() -> stuck(end)))
                .block(LIMIT);
        return Objects.requireNonNull(redirect, "each step has a page or fails");
    }

    private Mono<Page> open(URI address) {
        return http.get().uri(address).responseSingle((response, body) -> page(address, response, body));
    }

    /** Fills in the form, unless the browser was sent on. */
    private Mono<Page> submit(Page page, Map<String, String> typed) {
        if (page.redirect().isPresent()) {
            return Mono.just(page);
        }
        Matcher action = ACTION.matcher(page.html());
        if (ALERT.matcher(page.html()).find() || !action.find()) {
            return Mono.error(stuck(page));
        }
        Map<String, String> fields = new LinkedHashMap<>(typed);
        HIDDEN.matcher(page.html()).results().forEach(hidden -> fields.put(hidden.group(1), unescape(hidden.group(2))));
        return post(page.address().resolve(unescape(action.group(1))), fields);
    }

    private Mono<Page> post(URI address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + PercentEncoding.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, RequestMembers.FORM))
                .post()
                .uri(address)
                .send(ByteBufMono.fromString(Mono.just(form)))
                .responseSingle((response, body) -> page(address, response, body));
    }

    private static Mono<Page> page(URI address, HttpClientResponse response, ByteBufMono body) {
        Optional<URI> redirect = Optional.ofNullable(response.responseHeaders().get(HttpHeaderNames.LOCATION))
                .map(address::resolve);
        return body.asString(UTF_8).defaultIfEmpty("").map(html -> new Page(address, redirect, html));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The page's own words hold neither the password nor anything of the query. */
    private static IllegalStateException stuck(Page page) {
        Matcher alert = ALERT.matcher(page.html());
        return new IllegalStateException("the service sends the browser nowhere; its page says: "
                + (alert.find() ? unescape(alert.group(1)) : "nothing that a browser understands"));
    }
}
