package com.gloebit.examples.demo.output;

import java.time.Duration;
import reactor.core.publisher.Flux;

/** One of the things that the demo can show. */
public interface Mode {
    /** After which time something must be wrong. */
    Duration longest();

    /** What there is to show. Nothing happens before the lines are asked for; an error is the failure of the demo. */
    Flux<String> lines(Terminal terminal);
}
