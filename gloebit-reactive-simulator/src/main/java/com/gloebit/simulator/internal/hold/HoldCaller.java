package com.gloebit.simulator.internal.hold;

import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Calls hold URLs. */
public interface HoldCaller {
    /** Returns the scheduler on which delays end and replies arrive. */
    Scheduler scheduler();

    /** Calls a URL. Never fails: the reply names the problem. */
    Mono<HoldReply> get(URI uri, Duration timeout);

    /** Ends the calls that are under way. May block. */
    void close();
}
