package com.gloebit.simulator;

/** Answers the requests of one route. Everything is in memory, so that it may run on an event loop. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Request request);
}
