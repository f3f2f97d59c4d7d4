package com.gloebit.examples.demo.browser;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the browser shows.
 *
 * @param address where it came from
 * @param status the HTTP status
 * @param location where it redirects to, if it does
 * @param html the text
 */
public record Page(URI address, int status, Optional<URI> location, String html) {
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]+)</title>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    /** Where the form on the page is posted to. */
    URI formAction() {
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("HTTP " + status + " without a form: " + title());
        }
        return address.resolve(unescape(form.group(1)));
    }

    Map<String, String> hiddenFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            fields.put(hidden.group(1), unescape(hidden.group(2)));
        }
        return fields;
    }

    String title() {
        Matcher title = TITLE.matcher(html);
        return title.find() ? title.group(1) : "no title";
    }

    /** Where a redirect leads. */
    public URI redirect() {
        return location.orElseThrow(
                () -> new IllegalStateException("HTTP " + status + " instead of a redirect: " + title()));
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
