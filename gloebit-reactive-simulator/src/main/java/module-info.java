/** An in-process Gloebit service for tests and demonstrations. */
module com.gloebit.simulator {
    requires static transitive org.jspecify;
    // Not transitive: modules without JUnit could no longer be compiled against this one.
    requires static org.junit.jupiter.api;
    // The command line of the program; users of the library need it as little as JUnit.
    requires static info.picocli;
    requires com.samskivert.jmustache;
    requires io.netty.buffer;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.transport;
    requires org.reactivestreams;
    requires reactor.core;
    requires reactor.netty.core;
    requires reactor.netty.http;
    requires tools.jackson.databind;
    // Reactor Netty is an automatic module and cannot say that it needs these.
    requires io.netty.codec;
    requires io.netty.codec.http2;
    requires io.netty.handler;
    requires io.netty.handler.proxy;
    requires io.netty.resolver.dns;

    exports com.gloebit.simulator;
    exports com.gloebit.simulator.junit;

    opens com.gloebit.simulator.program to
            info.picocli;
}
