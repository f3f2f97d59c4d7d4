package com.gloebit.simulator.internal.wire;

/** Answers the requests of one route. Must not block: it runs on an event loop. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Request request);
}
