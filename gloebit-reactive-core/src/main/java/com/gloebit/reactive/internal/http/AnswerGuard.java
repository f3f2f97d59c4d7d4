package com.gloebit.reactive.internal.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpClientUpgradeHandler.UpgradeEvent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http2.Http2FrameCodec;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpResponseDecoderSpec;

/**
 * Ensures that a call reads its own final answer and nothing else, with either protocol. If a user's client lets the
 * server choose between HTTP/1.1 and HTTP/2, this handler stays in the pipeline until the choice is made.
 */
final class AnswerGuard extends ChannelInboundHandlerAdapter {
    private final HttpResponseDecoderSpec settings;

    private AnswerGuard(HttpResponseDecoderSpec settings) {
        this.settings = settings;
    }

    /** @param settings the HTTP/1.1 decoder settings of the user's client */
    static void guard(Channel channel, HttpResponseDecoderSpec settings) {
        ChannelPipeline pipeline = channel.pipeline();
        AnswerGuard guard = new AnswerGuard(settings);
        if (guard.install(pipeline)) {
            return;
        }
        if (pipeline.get(NettyPipeline.H2CUpgradeHandler) != null) {
            pipeline.addBefore(NettyPipeline.H2CUpgradeHandler, "gloebit.upgradeAnswers", new UpgradeAnswers());
            DecoderFailures.unquote(pipeline);
        }
        if (pipeline.get(NettyPipeline.ReactiveBridge) != null) {
            pipeline.addBefore(NettyPipeline.ReactiveBridge, "gloebit.answerGuard", guard);
        }
    }

    /** Installs the handlers of the protocol. Returns false while the protocol is undecided. */
    private boolean install(ChannelPipeline pipeline) {
        ChannelHandler codec = pipeline.get(NettyPipeline.HttpCodec);
        if (codec instanceof HttpClientCodec) {
            pipeline.replace(codec, NettyPipeline.HttpCodec, new OneAnswerCodec(config()));
            DecoderFailures.unquote(pipeline);
            pipeline.addBefore(NettyPipeline.ReactiveBridge, "gloebit.firstLook", new FirstLook());
        } else if (codec instanceof Http2FrameCodec) {
            pipeline.addAfter(NettyPipeline.HttpCodec, "gloebit.interimFrames", InterimFrames.SKIPPED);
        }
        return codec != null;
    }

    /** The same configuration that Reactor Netty derives from the settings. */
    private HttpDecoderConfig config() {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.maxInitialLineLength())
                .setMaxHeaderSize(settings.maxHeaderSize())
                .setValidateHeaders(settings.validateHeaders())
                .setInitialBufferSize(settings.initialBufferSize())
                .setAllowDuplicateContentLengths(settings.allowDuplicateContentLengths())
                .setAllowPartialChunks(settings.allowPartialChunks());
    }

    /** Runs when TLS has negotiated the protocol. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (install(context.pipeline())) {
            context.fireChannelActive();
            context.pipeline().remove(this);
        } else {
            context.fireChannelActive();
        }
    }

    /**
     * Runs when an upgrade has ended. A connection that stays with HTTP/1.1 keeps Netty's codec, and serves one call
     * only.
     */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == UpgradeEvent.UPGRADE_SUCCESSFUL && install(context.pipeline())) {
            context.pipeline().addLast("gloebit.upgradedConnection", new UpgradedConnection());
            context.pipeline().remove(this);
        } else if (event == UpgradeEvent.UPGRADE_REJECTED) {
            Connection.from(context.channel()).markPersistent(false);
        }
        context.fireUserEventTriggered(event);
    }
}
