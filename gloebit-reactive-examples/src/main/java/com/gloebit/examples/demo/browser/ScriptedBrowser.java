package com.gloebit.examples.demo.browser;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** The user's browser: opens pages and submits the forms on them. It follows no redirect: the demo looks at it. */
public final class ScriptedBrowser {
    private final HttpClient http = HttpClient.create().followRedirect(false);

    public Mono<Page> open(URI address) {
        return http.get().uri(address).responseSingle((response, body) -> page(address, response, body));
    }

    /** Opens a page of the shop's, which knows the browser by a cookie. */
    public Mono<Page> openWithCookie(URI address, String name, String value) {
        return http.cookie(new DefaultCookie(name, value))
                .get()
                .uri(address)
                .responseSingle((response, body) -> page(address, response, body));
    }

    /** Fills a form in; what is hidden on the page goes along. */
    private Mono<Page> submit(Page page, Map<String, String> typed) {
        return Mono.defer(() -> {
            Map<String, String> fields = new LinkedHashMap<>(page.hiddenFields());
            fields.putAll(typed);
            return post(page.formAction(), encode(fields));
        });
    }

    /** Does what a consenting user does: logs in, then approves. */
    public Mono<Page> logInAndApprove(Page login, String userName, String password) {
        return logInAndSubmit(login, userName, password, Map.of("decision", "approve"));
    }

    /** The login page leads to one with a form. */
    public Mono<Page> logInAndSubmit(Page login, String userName, String password, Map<String, String> typed) {
        return submit(login, Map.of("user-name", userName, "password", password))
                .flatMap(form -> submit(form, typed));
    }

    private Mono<Page> post(URI address, String form) {
        return http.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .post()
                .uri(address)
                .send(ByteBufFlux.fromString(Mono.just(form)))
                .responseSingle((response, body) -> page(address, response, body));
    }

    private static Mono<Page> page(URI address, HttpClientResponse response, ByteBufMono body) {
        Optional<URI> location = Optional.ofNullable(response.responseHeaders().get(HttpHeaderNames.LOCATION))
                .map(address::resolve);
        return body.asString(StandardCharsets.UTF_8)
                .defaultIfEmpty("")
                .map(html -> new Page(address, response.status().code(), location, html));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
