package com.gloebit.reactive.architecture;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The guard is awake: were it not, every other test would pass over a blocking call. */
class BlockHoundTest {
    @Test
    void aBlockingCallOnANonBlockingThreadIsAnError() {
        Mono<Object> blocking = Mono.fromCallable(() -> {
                    new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
                    return new Object();
                })
                .subscribeOn(Schedulers.parallel());
        StepVerifier.create(blocking).expectErrorMatches(this::isBlocking).verify(Duration.ofSeconds(10));
    }

    private boolean isBlocking(Throwable error) {
        return error instanceof BlockingOperationError || error.getCause() instanceof BlockingOperationError;
    }
}
