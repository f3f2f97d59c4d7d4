package com.gloebit.reactive.blocking;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class in which a thread blocked that must not. Registered for all tests. */
public final class BlockingGuard implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        List<String> found = BlockingCalls.found();
        if (!found.isEmpty()) {
            throw new AssertionError(
                    "blocking calls in or before " + context.getDisplayName() + ":\n" + String.join("\n", found));
        }
    }
}
