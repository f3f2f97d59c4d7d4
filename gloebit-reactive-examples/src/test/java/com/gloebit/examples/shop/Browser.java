package com.gloebit.examples.shop;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A user's browser: keeps cookies, fills in forms, and follows redirects unless told to wait. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient following = client(HttpClient.Redirect.NORMAL);
    private final HttpClient waiting = client(HttpClient.Redirect.NEVER);

    private HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .followRedirects(redirects)
                .cookieHandler(cookies)
                .build();
    }

    HttpResponse<String> open(URI page) throws Exception {
        return following.send(request(page).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> openAndWait(URI page) throws Exception {
        return waiting.send(request(page).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI action) throws Exception {
        return following.send(request(action).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    /** From the page where a user logs in to what the user's consent leads to: where the browser is sent then. */
    URI consent(HttpResponse<String> login, String userName) throws Exception {
        HttpResponse<String> question = submit(login, Map.of("user-name", userName, "password", userName));
        return URI.create(submit(question, Map.of("decision", "approve"))
                .headers()
                .firstValue("location")
                .orElseThrow());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), unescape(hidden.group(2)));
        }
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form on " + page.body());
        }
        HttpRequest request = request(page.uri().resolve(unescape(action.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return waiting.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI page) {
        return HttpRequest.newBuilder(page).timeout(PATIENCE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
