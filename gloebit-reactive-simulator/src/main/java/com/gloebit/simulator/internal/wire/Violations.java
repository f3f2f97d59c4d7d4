package com.gloebit.simulator.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The recorded violations of the contract. */
public final class Violations {
    private static final int KEPT = 1000;

    private final Supplier<Stream<String>> secrets;
    private final List<String> texts = new ArrayList<>();

    /** Takes a supplier of the secrets that no text may contain. */
    public Violations(Supplier<Stream<String>> secrets) {
        this.secrets = secrets;
    }

    /** Records a violation and returns its text without secrets. */
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

    /** Removes secrets. The texts contain no values, but a client may send a secret as the name of a member. */
    private String withoutSecrets(String text) {
        String shown = text;
        for (String secret : secrets.get().toList()) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
