package com.gloebit.simulator.internal.wire;

import java.net.URI;
import java.util.regex.Pattern;

/** Whether a URI stays on this machine. Told by the text of the host, so that no resolver has a say. */
public final class Loopback {
    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    public static boolean hosts(URI uri) {
        return uri.getHost() != null && HOST.matcher(uri.getHost()).matches();
    }
}
