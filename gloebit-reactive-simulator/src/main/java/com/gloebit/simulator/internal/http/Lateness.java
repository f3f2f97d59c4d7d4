package com.gloebit.simulator.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a request is carried out that is late, if it is not released before.
 *
 * @param requests after how many others; empty for no number of them
 * @param delay after how long; empty for no time
 */
public record Lateness(OptionalInt requests, Optional<Duration> delay) {
    public static final Lateness UNTIL_RELEASED = new Lateness(OptionalInt.empty(), Optional.empty());

    public static Lateness after(int requests) {
        return new Lateness(OptionalInt.of(requests), Optional.empty());
    }

    public static Lateness after(Duration delay) {
        return new Lateness(OptionalInt.empty(), Optional.of(delay));
    }

    @Override
    public String toString() {
        String when = requests.isPresent() ? " by " + requests.getAsInt() + " requests" : "";
        return " late" + when + delay.map(time -> " by " + time).orElse("");
    }
}
