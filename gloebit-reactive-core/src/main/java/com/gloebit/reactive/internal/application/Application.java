package com.gloebit.reactive.internal.application;

import com.gloebit.reactive.authorization.ClientSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who asks, and when: what requests say of the application that sends them. */
public record Application(ClientSecrets secrets, Clock clock) {
    public String key() {
        return secrets.key();
    }

    /** To the millisecond: a database may keep no more, and what comes back has to be equal. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
