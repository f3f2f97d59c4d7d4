package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.SimulatorServer;
import com.gloebit.simulator.internal.wire.Arguments;
import java.time.Duration;

/** What goes wrong before there is a request. Nothing of it may be called on an event loop: it blocks. */
public final class ConnectionFaults {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SimulatorServer server;

    ConnectionFaults(SimulatorServer server) {
        this.server = server;
    }

    /** Connections are refused until {@link #accept()}. Those that are open stay open. */
    public void refuse() {
        server.stopListening();
    }

    /**
     * Listens again, on the same port. Does nothing if nothing was refused.
     *
     * @throws RuntimeException if somebody else listens on the port meanwhile
     */
    public void accept() {
        server.listenAgain();
    }

    /**
     * Closes connections as soon as they are made; with TLS the handshake fails.
     *
     * @param times how many, 1 or more
     */
    public void dropNext(int times) {
        server.connections().dropNext(Arguments.positive("times", times));
    }

    /** Closes every connection that has no request, as a service that thinks it was idle for too long. */
    public void dropIdle() {
        server.connections().dropIdle().block(LIMIT);
    }
}
