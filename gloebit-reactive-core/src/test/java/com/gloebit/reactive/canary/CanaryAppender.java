package com.gloebit.reactive.canary;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads everything that is logged: all that the client says, at any level, and the warnings of everybody else. */
public final class CanaryAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                + event.getKeyValuePairs() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy());
        List<String> canaries = Canaries.in(text);
        if (!canaries.isEmpty()) {
            FOUND.add(canaries + " in: " + text);
        }
    }

    /** Messages with a secret, since it was last asked. */
    public static List<String> found() {
        List<String> found = new ArrayList<>();
        for (String next = FOUND.poll(); next != null; next = FOUND.poll()) {
            found.add(next);
        }
        return found;
    }
}
