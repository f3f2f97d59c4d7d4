package com.gloebit.reactive.canary;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class in which a secret was logged, or was in a meter. Registered for all tests. */
public final class CanaryGuard implements AfterAllCallback {
    static {
        // Not first on an event loop, where loading classes would block.
        Canaries.in(Canaries.printed(new IllegalStateException("none")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> found = new ArrayList<>(CanaryAppender.found());
        found.addAll(CanaryMeters.found());
        if (!found.isEmpty()) {
            throw new AssertionError("secrets in logs or meters in or before " + context.getDisplayName() + ":\n"
                    + String.join("\n", found));
        }
    }
}
