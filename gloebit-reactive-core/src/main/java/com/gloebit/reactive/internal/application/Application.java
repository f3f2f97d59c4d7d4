package com.gloebit.reactive.internal.application;

import com.gloebit.reactive.authorization.ClientSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The application as its requests identify it, and the clock of its requests. */
public record Application(ClientSecrets secrets, Clock clock) {
    public String key() {
        return secrets.key();
    }

    /** Returns the time in milliseconds: a database may store no more, and a stored time must equal the original. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
