package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2DataFrame;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.util.context.Context;

/**
 * Guards the hook {@code reactor.onNextDropped.local} of {@link HttpExchange}.
 *
 * <p>Reactor's {@code MonoCreate} first sets its state to cancelled and then its disposable. A response between the two
 * is dropped, and not discarded. The cancellation then disposes of the upgraded connection, not of the stream. It
 * resets the stream only if the stream is active. If the answer has arrived to its end by then, nothing but the hook
 * closes the stream, and the stream keeps its place in the pool.
 */
class DroppedResponseTest {
    private static final String LIFT = "around the cancellation of MonoCreate";

    private final CompletableFuture<@Nullable Void> requested = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> cancelling = new CompletableFuture<>();

    /** Completes when the answer has arrived to its end, or its stream is closed. */
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

    private final CompletableFuture<Channel> responded = new CompletableFuture<>();

    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
            .handle((request, response) -> {
                requested.complete(null);
                return response.sendString(
                        Mono.fromFuture(cancelling, true).thenReturn("{\"success\":true,\"balance\":1}"));
            })
            .bindNow(Given.PATIENCE);

    private final GloebitClient gloebit = GloebitClient.builder(Given.SECRETS)
            .environment(GloebitEnvironment.custom(URI.create("http://localhost:" + server.port() + "/")))
            .httpClient(this::upgrading)
            .build();

    @AfterEach
    void dispose() {
        Hooks.resetOnEachOperator(LIFT);
        gloebit.dispose();
        server.disposeNow(Given.PATIENCE);
    }

    @Test
    void aWholeAnswerThatArrivesWithinTheCancellationOfTheUpgradingCallClosesItsStream() {
        Hooks.onEachOperator(
                LIFT, Operators.lift((source, actual) -> isConnecting(source, actual) ? new Within<>(actual) : actual));
        Disposable call = gloebit.withCredential(Given.CREDENTIAL).balance().subscribe();
        await(requested);

        call.dispose();

        assertThat(responded).as("a response within the cancellation").isCompleted();
        Channel stream = responded.join();
        assertThat(stream.closeFuture().awaitUninterruptibly(Given.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .as("the stream is closed")
                .isTrue();
        assertThat(stream.parent().isActive()).as("the connection is open").isTrue();
    }

    private HttpClient upgrading(HttpClient http) {
        return http.protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
                .doOnResponse((response, connection) -> observeEnd(connection));
    }

    /** Runs before the response is dropped. The frames behind the head pass the handler, also those read with it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the listener tells of the end
    private void observeEnd(Connection stream) {
        Channel connection = stream.channel().parent();
        connection.pipeline().addAfter(NettyPipeline.HttpCodec, "test.end", new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object frame) {
                boolean isEnd = frame instanceof Http2DataFrame data && data.isEndStream();
                context.fireChannelRead(frame);
                if (isEnd) {
                    settled.complete(null);
                }
            }
        });
        stream.channel().closeFuture().addListener(closed -> settled.complete(null));
        responded.complete(stream.channel());
    }

    /** The client's own retry listens to no source of this kind. */
    private static boolean isConnecting(Scannable source, CoreSubscriber<?> actual) {
        return source.getClass().getSimpleName().equals("MonoCreate")
                && actual.getClass().getSimpleName().equals("RetryWhenMainSubscriber");
    }

    private static void await(CompletableFuture<?> future) {
        Mono.fromFuture(future).block(Given.PATIENCE);
    }

    /** {@code MonoCreate} asks for the context of its subscriber when it has set its state, and not its disposable. */
    private final class Within<T> implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super T> retry;
        private Subscription connection = Operators.emptySubscription();
        private @Nullable Thread canceller;

        Within(CoreSubscriber<? super T> retry) {
            this.retry = retry;
        }

        @Override
        public Context currentContext() {
            if (Thread.currentThread() == canceller) {
                cancelling.complete(null);
                await(settled);
            }
            return retry.currentContext();
        }

        @Override
        public void cancel() {
            canceller = Thread.currentThread();
            connection.cancel();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            connection = subscription;
            retry.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            connection.request(n);
        }

        @Override
        public void onNext(T response) {
            retry.onNext(response);
        }

        @Override
        public void onError(Throwable error) {
            retry.onError(error);
        }

        @Override
        public void onComplete() {
            retry.onComplete();
        }
    }
}
