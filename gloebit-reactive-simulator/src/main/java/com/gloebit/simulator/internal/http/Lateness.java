package com.gloebit.simulator.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a late request is carried out, unless it is released earlier.
 *
 * @param requests the number of other requests that are read first; empty if they do not trigger it
 * @param delay the time since the request was read; empty if time does not trigger it
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
