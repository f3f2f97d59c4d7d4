package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The events of one run: their hash, and their text if somebody wants to read it. */
final class Trace {
    private final boolean isReadable;
    private final List<String> lines = new ArrayList<>();
    private long hash = 1;
    private long events;

    Trace(boolean isReadable) {
        this.isReadable = isReadable;
    }

    void add(long nanos, String who, String what, Object subject) {
        events++;
        String about = subject.toString();
        hash = 31 * (31 * (31 * (31 * hash + nanos) + who.hashCode()) + what.hashCode()) + about.hashCode();
        if (isReadable) {
            lines.add(String.format(Locale.ROOT, "%16s  %-10s %-34s %s", Duration.ofNanos(nanos), who, what, about));
        }
    }

    /** Depends on every event, its time and its order. */
    long hash() {
        return hash;
    }

    long events() {
        return events;
    }

    List<String> lines() {
        return lines;
    }
}
