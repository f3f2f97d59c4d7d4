package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.failure.GloebitException;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Waits for a value or for a failure, and not for ever. */
final class Waiting {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Waiting() {}

    static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    static <F extends GloebitException> F failure(Class<F> kind, Mono<?> mono) {
        F failure = catchThrowableOfType(kind, () -> mono.block(PATIENCE));
        return Objects.requireNonNull(failure, () -> "no " + kind.getSimpleName());
    }
}
