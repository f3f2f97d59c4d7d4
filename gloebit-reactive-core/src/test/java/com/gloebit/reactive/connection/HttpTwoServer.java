package com.gloebit.reactive.connection;

import com.gloebit.reactive.wire.support.Given;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** HTTP/2 without TLS, frame by frame. */
@SuppressWarnings("FutureReturnValueIgnored") // the client tells what came
final class HttpTwoServer implements AutoCloseable {
    /** The header {@code :status: 200} in HPACK's static table. */
    private static final byte STATUS_200 = (byte) 0x88;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Integer> firstReset = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> firstClose = new CompletableFuture<>();
    private final Channel channel;

    /** What is done about a request. */
    @FunctionalInterface
    interface Script {
        /**
         * Answers a request.
         *
         * @param number which one of this server's it is, from 1
         */
        void answer(int number, String authorization, Stream stream);
    }

    /** The stream of one request. */
    record Stream(ChannelHandlerContext context, Http2FrameStream stream) {
        int id() {
            return stream.id();
        }

        Stream head(int status, boolean isEnd) {
            DefaultHttp2Headers headers = new DefaultHttp2Headers();
            headers.status(Integer.toString(status));
            context.writeAndFlush(new DefaultHttp2HeadersFrame(headers, isEnd).stream(stream));
            return this;
        }

        Stream answer(String body) {
            head(200, false);
            ByteBuf content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
            context.writeAndFlush(new DefaultHttp2DataFrame(content, true).stream(stream));
            return this;
        }

        /** Frames as bytes, for the codec refuses to write on a stream that has ended. */
        Stream answerBehindTheEnd(String body) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            ByteBuf frames = Unpooled.buffer();
            frame(frames, 0x1, 0x4, new byte[] {STATUS_200});
            frame(frames, 0x0, 0x1, content);
            context.pipeline().context(Http2FrameCodec.class).writeAndFlush(frames);
            return this;
        }

        private void frame(ByteBuf to, int type, int flags, byte[] payload) {
            to.writeMedium(payload.length)
                    .writeByte(type)
                    .writeByte(flags)
                    .writeInt(stream.id())
                    .writeBytes(payload);
        }
    }

    /** @param beforeUpgrade what is sent on each connection before it is upgraded; null if the client just speaks HTTP/2 */
    HttpTwoServer(@Nullable String beforeUpgrade, Script script) {
        this.script = script;
        this.channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connections.incrementAndGet();
                        connection.closeFuture().addListener(closed -> firstClose.complete(null));
                        if (beforeUpgrade == null) {
                            connection.pipeline().addLast(codec(), new Requests());
                        } else {
                            upgradable(connection, beforeUpgrade);
                        }
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private static Http2FrameCodec codec() {
        return Http2FrameCodecBuilder.forServer().build();
    }

    private void upgradable(Channel connection, String beforeUpgrade) {
        HttpServerCodec http = new HttpServerCodec();
        connection.pipeline().addLast(new Greeting(beforeUpgrade), http);
        connection
                .pipeline()
                .addLast(new HttpServerUpgradeHandler(
                        http, protocol -> new Http2ServerUpgradeCodec(codec(), new Requests()), 64 * 1024));
    }

    /** Sends a text when the first request has begun to come. */
    private static final class Greeting extends ChannelInboundHandlerAdapter {
        private final String text;

        private Greeting(String text) {
            this.text = text;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
            context.pipeline().remove(this);
            context.fireChannelRead(message);
        }
    }

    private final class Requests extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (frame instanceof Http2HeadersFrame headers) {
                CharSequence authorization = headers.headers().get("authorization");
                script.answer(
                        requests.incrementAndGet(),
                        String.valueOf(authorization),
                        new Stream(context, headers.stream()));
            } else if (frame instanceof Http2ResetFrame reset) {
                firstReset.complete(reset.stream().id());
            }
            ReferenceCountUtil.release(frame);
        }
    }

    /** Returns the number of connections that the server has accepted. */
    int connections() {
        return connections.get();
    }

    /** Waits until the client resets a stream, and returns the stream's id. */
    int awaitReset() {
        return Objects.requireNonNull(Mono.fromFuture(firstReset).block(Given.PATIENCE));
    }

    /** Waits until a connection is closed. */
    void awaitClose() {
        Mono.fromFuture(firstClose).block(Given.PATIENCE);
    }

    URI uri() {
        return URI.create("http://localhost:" + ((InetSocketAddress) channel.localAddress()).getPort() + "/");
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
}
