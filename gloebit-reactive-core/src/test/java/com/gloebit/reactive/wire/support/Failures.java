package com.gloebit.reactive.wire.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.GloebitException;
import reactor.core.publisher.Mono;

/** How a call failed. */
public final class Failures {
    private static final int DEEPEST = 20;

    private Failures() {}

    /** The failure of a call that has to fail, and that holds nothing confidential. */
    public static GloebitException of(Mono<?> call) {
        GloebitException failure = catchThrowableOfType(GloebitException.class, () -> call.block(Given.PATIENCE));
        assertThat(failure).as("the failure").isNotNull();
        assertClean(failure);
        return failure;
    }

    public static <F extends GloebitException> F of(Mono<?> call, Class<F> kind) {
        GloebitException failure = of(call);
        assertThat(failure).isInstanceOf(kind);
        return kind.cast(failure);
    }

    /** No message of the failure, of what caused it, or of what it suppressed may hold a secret or the server's text. */
    public static void assertClean(Throwable failure) {
        assertThat(Canaries.in(Canaries.printed(failure)))
                .as("secrets where it is printed")
                .isEmpty();
        assertClean(failure, 0);
    }

    private static void assertClean(Throwable failure, int depth) {
        assertThat(depth).as("depth of the chain").isLessThan(DEEPEST);
        assertThat(failure.toString()).doesNotContainIgnoringCase(Given.CONFIDENTIAL.toArray(CharSequence[]::new));
        if (failure.getCause() != null) {
            assertClean(failure.getCause(), depth + 1);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            assertClean(suppressed, depth + 1);
        }
    }
}
