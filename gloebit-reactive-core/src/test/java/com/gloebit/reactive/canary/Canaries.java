package com.gloebit.reactive.canary;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets of these tests, each a word that stands nowhere by chance, and the forms in which any secret would travel.
 */
public final class Canaries {
    private static final List<String> WORDS = words();

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)\\bbearer [!-~]{8,}"),
            Pattern.compile("client_secret\"?[=:]"),
            Pattern.compile("/(enact|consume|cancel)/[A-Za-z0-9_-]+/[A-Za-z0-9_-]{43}"),
            Pattern.compile("\\bstate=[A-Za-z0-9_-]{20,}"));

    /** Those that a simulator made up. */
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

    private Canaries() {}

    private static List<String> words() {
        List<String> words = new ArrayList<>(Given.CONFIDENTIAL);
        words.addAll(List.of("secret-of-the-shop", "bob@example.org", "hidden-text"));
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Takes a secret that a test did not choose; returns it. It is looked for in the reports, too. */
    public static String made(String secret) {
        MADE.add(secret);
        MadeSecrets.add(secret);
        return secret;
    }

    /** Takes the token that a test was given in an exchange. */
    public static Credential made(Credential credential) {
        made(credential.accessToken());
        return credential;
    }

    /** A long run would be slow to look for all that were ever made. */
    public static void gone(String secret) {
        MADE.remove(secret);
    }

    /** The secrets in a text, in whatever case; empty if there is none. */
    public static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Stream.concat(WORDS.stream(), MADE.stream()).filter(lower::contains).forEach(found::add);
        FORMS.stream()
                .filter(form -> form.matcher(text).find())
                .map(Pattern::pattern)
                .forEach(found::add);
        return found;
    }

    /** The secrets in names, tags and descriptions of meters. */
    public static List<String> in(MeterRegistry meters) {
        return meters.getMeters().stream().flatMap(meter -> in(meter).stream()).toList();
    }

    static List<String> in(Meter meter) {
        return in(meter.getId() + " " + meter.getId().getDescription());
    }

    /** As a logger prints it, with all that caused it and all that it suppressed. */
    public static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
