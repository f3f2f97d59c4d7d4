package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider;

/**
 * A call is cancelled when the event loop has read its answer, but has not passed it on. The event loop then hands the
 * connection to the next call before it runs anything that the cancelling thread has scheduled.
 */
class CancelledAnswerTest {
    private static final String TOKEN = "t0ken-of-user-";

    private final CompletableFuture<@Nullable Void> answering = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> read = new CompletableFuture<>();
    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    private volatile boolean isCancelled;
    private @Nullable DisposableServer server;
    private @Nullable GloebitClient client;

    @AfterEach
    void dispose() {
        FaultyService.present(client).dispose();
        FaultyService.present(server).disposeNow(Given.PATIENCE);
    }

    @ParameterizedTest(name = "HTTP/1.1 is negotiated: {0}")
    @ValueSource(booleans = {false, true})
    void aCancellationThatMeetsTheAnswerClosesNoConnectionOfTheNextCall(boolean isNegotiated) {
        GloebitClient gloebit = connect(isNegotiated);
        Disposable first = balance(gloebit, 1).subscribe();
        CompletableFuture<BigDecimal> second = balance(gloebit, 2).toFuture();
        FaultyService.await("a call that waits for the connection", this::isCallWaiting);
        answering.complete(null);
        Mono.fromFuture(read).block(Given.PATIENCE);

        first.dispose();
        isCancelled = true;

        assertThat(second).succeedsWithin(Given.PATIENCE).isEqualTo(new BigDecimal(2));
        assertThat(connections).hasSize(1);
    }

    private boolean isCallWaiting() {
        return meters.get("gloebit.client.pool.pending").gauge().value() > 0;
    }

    private static Mono<BigDecimal> balance(GloebitClient gloebit, int user) {
        return gloebit.withCredential(Credential.of(TOKEN + user)).balance();
    }

    /** One connection, and one attempt for a call. */
    private GloebitClient connect(boolean isNegotiated) {
        HttpServer http = HttpServer.create().host("localhost").port(0).handle((request, response) -> {
            String user = request.requestHeaders().get("authorization").replace("Bearer " + TOKEN, "");
            return response.sendString(
                    Mono.fromFuture(answering, true).thenReturn("{\"success\":true,\"balance\":" + user + "}"));
        });
        server = (isNegotiated ? http.secure(ssl -> ssl.sslContext(certified())) : http).bindNow(Given.PATIENCE);
        String scheme = isNegotiated ? "https" : "http";
        client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(URI.create(scheme + "://localhost:" + server.port() + "/")))
                .meterRegistry(meters)
                .connections(ConnectionSettings.DEFAULT.withMaxConnections(1))
                .limits(CallLimits.DEFAULT.withAttempts(1))
                .httpClient(base -> observed(isNegotiated ? negotiating(base) : base))
                .build();
        return client;
    }

    private SslProvider.GenericSslContextSpec<?> certified() {
        return Http11SslContextSpec.forServer(certificate.keyPair().getPrivate(), certificate.certificate());
    }

    private HttpClient negotiating(HttpClient http) {
        SslProvider.GenericSslContextSpec<?> trusting =
                Http2SslContextSpec.forClient().configure(context -> context.trustManager(certificate.certificate()));
        return http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure(ssl -> ssl.sslContext(trusting));
    }

    private HttpClient observed(HttpClient http) {
        return http.doOnChannelInit((observer, channel, remote) -> {
            connections.add(channel);
            if (channel.pipeline().get(NettyPipeline.SslHandler) == null) {
                channel.pipeline().addFirst(new Answers());
            } else {
                channel.pipeline().addAfter(NettyPipeline.SslHandler, null, new Answers());
            }
        });
    }

    /** Passes the first answer on as a whole, when its call has been cancelled. */
    private final class Answers extends ChannelInboundHandlerAdapter {
        private final ByteBuf answer = Unpooled.buffer();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (read.isDone()) {
                context.fireChannelRead(message);
                return;
            }
            ByteBuf part = (ByteBuf) message;
            answer.writeBytes(part);
            part.release();
            if (answer.getByte(answer.writerIndex() - 1) == '}') {
                read.complete(null);
                occupyLoop();
                context.fireChannelRead(answer);
            } else {
                context.read();
            }
        }

        /** An event loop may neither park nor yield. */
        private void occupyLoop() {
            long giveUp = System.nanoTime() + Given.PATIENCE.toNanos();
            while (!isCancelled) {
                assertThat(System.nanoTime()).as("in time").isLessThan(giveUp);
            }
        }
    }
}
