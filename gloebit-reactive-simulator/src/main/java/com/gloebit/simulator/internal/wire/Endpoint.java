package com.gloebit.simulator.internal.wire;

/** Answers the requests of one route. Everything is in memory, so that it may run on an event loop. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Request request);
}
