package com.gloebit.simulator.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.internal.wire.PercentEncoding;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Submits the forms of the pages. Reads addresses and hidden fields from the page. */
public final class Browser {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    private final TestClient client;

    public Browser(TestClient client) {
        this.client = client;
    }

    public HttpResponse<String> open(Map<String, String> query) {
        return client.send(
                client.request("/oauth2/authorize?" + TestClient.form(query)).GET());
    }

    public HttpResponse<String> openPath(String path) {
        return client.send(client.request(path).GET());
    }

    public HttpResponse<String> login(HttpResponse<String> page, String userName, String password) {
        return submit(page, Map.of("user-name", userName, "password", password));
    }

    public HttpResponse<String> decide(HttpResponse<String> page, String decision) {
        return submit(page, Map.of("decision", decision));
    }

    /** The whole way to the redirect. */
    public URI approve(Map<String, String> query, String userName, String password) {
        return location(decide(login(open(query), userName, password), "approve"));
    }

    public static URI location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    public static String parameter(URI location, String name) {
        return PercentEncoding.decodeForm(location.getRawQuery()).getOrDefault(name, "");
    }

    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as("a form on the page").isTrue();
        return client.send(client.request(action.group(1).replace("&amp;", "&").replace("&#39;", "'"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestClient.form(fields))));
    }
}
