package com.gloebit.examples.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that has to be known before something listens on it. */
public final class FreePort {
    /** Below the ports that systems hand out by themselves, so that nothing else takes it meanwhile. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private FreePort() {}

    public static int find() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .limit(100)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
