/** The reactive, non-blocking client for Gloebit. */
module com.gloebit.reactive {
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires transitive reactor.netty.core;
    requires transitive reactor.netty.http;
    requires transitive micrometer.core;
    requires transitive io.github.resilience4j.circuitbreaker;
    requires transitive io.github.resilience4j.retry;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.reactor;
    requires io.github.resilience4j.micrometer;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.codec.http2;
    requires io.netty.handler;
    requires io.netty.resolver;
    requires io.netty.transport;
    requires io.netty.common;
    // Reactor Netty is an automatic module and declares no requirements, so they are declared here.
    requires io.netty.handler.proxy;
    requires io.netty.resolver.dns;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    exports com.gloebit.reactive;
    exports com.gloebit.reactive.authorization;
    exports com.gloebit.reactive.character;
    exports com.gloebit.reactive.failure;
    exports com.gloebit.reactive.hold;
    exports com.gloebit.reactive.identity;
    exports com.gloebit.reactive.inventory;
    exports com.gloebit.reactive.settings;
    exports com.gloebit.reactive.subscription;
    exports com.gloebit.reactive.transaction;
}
