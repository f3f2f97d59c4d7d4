package com.gloebit.reactive.internal;

import com.gloebit.reactive.ClientSecrets;
import java.time.Clock;
import java.time.Instant;

/** Who asks, and when: what requests say of the application that sends them. */
public record Application(ClientSecrets secrets, Clock clock) {
    public String key() {
        return secrets.key();
    }

    public Instant now() {
        return clock.instant();
    }
}
