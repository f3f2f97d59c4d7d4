package com.gloebit.reactive.flow.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.failure.GloebitException;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Waits for a value or for a failure, and not for ever. */
public final class Waiting {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Waiting() {}

    public static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    public static <F extends GloebitException> F failure(Class<F> kind, Mono<?> mono) {
        F failure = catchThrowableOfType(kind, () -> mono.block(PATIENCE));
        return Objects.requireNonNull(failure, () -> "no " + kind.getSimpleName());
    }
}
