/** An in-process Gloebit service for tests and demonstrations. */
module com.gloebit.simulator {
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires io.netty.buffer;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.transport;
    requires org.reactivestreams;
    requires reactor.core;
    requires reactor.netty.core;
    requires reactor.netty.http;
    requires tools.jackson.databind;

    exports com.gloebit.simulator;
    exports com.gloebit.simulator.junit;
}
