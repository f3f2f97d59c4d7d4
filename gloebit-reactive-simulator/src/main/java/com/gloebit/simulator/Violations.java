package com.gloebit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Departures of clients from the contract. */
final class Violations {
    private static final int KEPT = 1000;

    private final Registry registry;
    private final Authorizations authorizations;
    private final List<String> texts = new ArrayList<>();

    Violations(Registry registry, Authorizations authorizations) {
        this.registry = registry;
        this.authorizations = authorizations;
    }

    /** Records a violation and returns its text as it may be shown. */
    String record(String endpoint, String what) {
        String text = withoutSecrets(endpoint + ": " + what);
        synchronized (texts) {
            if (texts.size() < KEPT) {
                texts.add(text);
            }
        }
        return text;
    }

    List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    /** Texts name members and paths, never values; a client may still put a secret where a name belongs. */
    private String withoutSecrets(String text) {
        String shown = text;
        for (String secret : secrets()) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }

    private List<String> secrets() {
        return Stream.of(
                        authorizations.secrets().stream(),
                        registry.applications().stream().map(Application::secret))
                .flatMap(secrets -> secrets)
                .toList();
    }
}
