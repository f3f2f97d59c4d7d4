package com.gloebit.simulator.internal.service;

import com.gloebit.simulator.internal.hold.HoldCaller;
import com.gloebit.simulator.internal.hold.HttpHoldCaller;
import com.gloebit.simulator.internal.wire.RandomSource;
import java.time.Clock;

/** What a service uses of its surroundings. */
public record ServiceResources(HoldCaller holdCaller, Clock clock, RandomSource random) {
    /** Opens the HTTP client for hold URLs, which the service closes. */
    public static ServiceResources open() {
        return new ServiceResources(new HttpHoldCaller(), Clock.systemUTC(), RandomSource.ofThread());
    }
}
