package com.gloebit.reactive.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The guard is awake: were it not, every other test would pass over a blocking call. */
class BlockHoundTest {
    private final Mono<Object> blocking = Mono.fromCallable(() -> {
                LockSupport.parkNanos(1);
                return new Object();
            })
            .subscribeOn(Schedulers.parallel());

    @Test
    void aBlockingCallOnANonBlockingThreadIsAnError() {
        StepVerifier.create(blocking).expectErrorMatches(this::isBlocking).verify(Duration.ofSeconds(10));

        assertThat(BlockingCalls.found()).hasSize(1);
    }

    @Test
    void aBlockingCallIsRecordedThoughItsErrorIsHandled() {
        StepVerifier.create(blocking.onErrorReturn("a failure"))
                .expectNext("a failure")
                .expectComplete()
                .verify(Duration.ofSeconds(10));

        assertThat(BlockingCalls.found())
                .singleElement()
                .asString()
                .contains("park", getClass().getName());
    }

    private boolean isBlocking(Throwable error) {
        return error instanceof BlockingOperationError || error.getCause() instanceof BlockingOperationError;
    }
}
