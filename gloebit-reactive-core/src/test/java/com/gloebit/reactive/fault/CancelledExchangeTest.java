package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.netty.http.HttpProtocol;
import reactor.util.context.Context;

/**
 * A response that comes between the two halves of a cancellation: Reactor Netty's retry has stopped listening, and the
 * stream does not know it yet. Whoever drops the response there has to close its stream. Over HTTP/1.1 both halves run
 * on the event loop of the connection, and no response comes between them.
 */
class CancelledExchangeTest {
    private static final String HOOK = "between the retry and the connection";

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch cancelling = new CountDownLatch(1);
    private final CountDownLatch responded = new CountDownLatch(1);
    private final CompletableFuture<Channel> stream = new CompletableFuture<>();

    @StartStop
    final MockWebServer server = speakingHttpTwo();

    private @Nullable GloebitClient gloebit;

    @AfterEach
    void dispose() {
        Hooks.resetOnEachOperator(HOOK);
        FaultyService.present(gloebit).dispose();
    }

    private static MockWebServer speakingHttpTwo() {
        MockWebServer server = new MockWebServer();
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        return server;
    }

    @Test
    void aResponseThatArrivesDuringCancellationLeavesNoStreamOpen() throws InterruptedException {
        server.setDispatcher(new LateAndUnfinished());
        Hooks.onEachOperator(
                HOOK,
                Operators.lift((source, actual) -> isConnecting(source, actual) ? new Between<>(actual) : actual));
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .httpClient(http -> http.protocol(HttpProtocol.H2C)
                        .doOnResponse((response, connection) -> stream.complete(connection.channel())))
                .build();
        Disposable call = SampleCall.READ.call(gloebit).subscribe();
        assertThat(requested.await(20, TimeUnit.SECONDS)).isTrue();

        call.dispose();

        assertThat(responded.getCount()).as("responses to come").isZero();
        FaultyService.await("a closed stream", () -> !stream.join().isOpen());
    }

    /** The client's own retry listens to no source of this kind. */
    private static boolean isConnecting(Scannable source, CoreSubscriber<?> actual) {
        return source.getClass().getSimpleName().equals("MonoCreate")
                && actual.getClass().getSimpleName().equals("RetryWhenMainSubscriber");
    }

    /** Answers once the cancellation has begun, and never to the end: what does not end is in use for ever. */
    private final class LateAndUnfinished extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            requested.countDown();
            assertThat(cancelling.await(20, TimeUnit.SECONDS)).isTrue();
            return new MockResponse.Builder()
                    .body("x".repeat(1000))
                    .onResponseBody(SocketEffect.Stall.INSTANCE)
                    .build();
        }
    }

    private final class Between<T> implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super T> retry;
        private Subscription connection = Operators.emptySubscription();

        Between(CoreSubscriber<? super T> retry) {
            this.retry = retry;
        }

        @Override
        public Context currentContext() {
            return retry.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            connection = subscription;
            retry.onSubscribe(this);
        }

        @Override
        public void onNext(T response) {
            retry.onNext(response);
            responded.countDown();
        }

        @Override
        public void onError(Throwable error) {
            retry.onError(error);
        }

        @Override
        public void onComplete() {
            retry.onComplete();
        }

        @Override
        public void request(long n) {
            connection.request(n);
        }

        /** The retry is cancelled by now, and the connection is not. */
        @Override
        public void cancel() {
            cancelling.countDown();
            try {
                assertThat(responded.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            connection.cancel();
        }
    }
}
