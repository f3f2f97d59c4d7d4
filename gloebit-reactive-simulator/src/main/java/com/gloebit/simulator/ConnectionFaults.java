package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.SimulatorServer;
import com.gloebit.simulator.internal.wire.Arguments;
import java.time.Duration;

/** Faults of connections. Each method blocks and must not be called on an event loop. */
public final class ConnectionFaults {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SimulatorServer server;

    ConnectionFaults(SimulatorServer server) {
        this.server = server;
    }

    /** Refuses new connections until {@link #accept()}. Open connections stay open. */
    public void refuse() {
        server.stopListening();
    }

    /**
     * Accepts connections again, on the same port. Does nothing if connections are accepted.
     *
     * @throws RuntimeException if another process has taken the port
     */
    public void accept() {
        server.listenAgain();
    }

    /**
     * Closes the next connections when they are opened; with TLS the handshake fails.
     *
     * @param times the number of connections, 1 or more
     */
    public void dropNext(int times) {
        server.connections().dropNext(Arguments.positive("times", times));
    }

    /** Closes every connection without a request, as an idle timeout of the service does. */
    public void dropIdle() {
        server.connections().dropIdle().block(LIMIT);
    }
}
