package com.gloebit.examples.shop;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A user's browser: keeps cookies, and follows redirects unless told to wait. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    private static HttpRequest.Builder request(URI page) {
        return HttpRequest.newBuilder(page).timeout(PATIENCE);
    }
}
