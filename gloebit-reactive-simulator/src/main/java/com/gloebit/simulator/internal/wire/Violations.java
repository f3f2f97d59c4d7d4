package com.gloebit.simulator.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Departures of clients from the contract. */
public final class Violations {
    private static final int KEPT = 1000;

    private final Supplier<Stream<String>> secrets;
    private final List<String> texts = new ArrayList<>();

    /** Takes the secrets that no text may show, asked for at each violation. */
    public Violations(Supplier<Stream<String>> secrets) {
        this.secrets = secrets;
    }

    /** Records a violation and returns its text as it may be shown. */
    public String record(String endpoint, String what) {
        String text = withoutSecrets(endpoint + ": " + what);
        synchronized (texts) {
            if (texts.size() < KEPT) {
                texts.add(text);
            }
        }
        return text;
    }

    public List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    /** Texts name members and paths, never values; a client may still put a secret where a name belongs. */
    private String withoutSecrets(String text) {
        String shown = text;
        for (String secret : secrets.get().toList()) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
