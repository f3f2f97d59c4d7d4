package com.gloebit.reactive.deterministic;

/** What can go wrong in a simulated world. Each seed draws which of these exist in its world, and how often. */
enum Fault {
    /** No connection of the pool is free, so nothing is sent. */
    FULL_POOL,
    /** The service shows an expired certificate, so nothing is sent. */
    UNTRUSTED_CONNECTION,
    /** The connection is refused, so nothing is sent. */
    REFUSED_CONNECTION,
    /** The connection is never made. */
    HANGING_CONNECTION,
    /** The request is lost on its way, and the connection hangs. */
    LOST_REQUEST,
    /** The connection breaks before the request arrives. */
    BROKEN_REQUEST,
    /** The request arrives seconds to hours later, when its sender has given up. */
    LATE_REQUEST,
    /** The sender sees its connection break, and the request arrives all the same, seconds to hours later. */
    BROKEN_LATE_REQUEST,
    /** The request is carried out, and its answer is lost. */
    LOST_ANSWER,
    /** The request is carried out, and the connection breaks before its answer arrives. */
    BROKEN_ANSWER,
    /** The answer arrives seconds to hours later. */
    LATE_ANSWER,
    /** A proxy answers in the place of the service, which does not get the request. */
    FOREIGN_ANSWER,
    /** A proxy answers in the place of the service, which carries the request out. */
    FOREIGN_ANSWER_AFTER_PROCESSING,
    /** A proxy answers in the place of the service, which carries the request out much later. */
    FOREIGN_ANSWER_BEFORE_PROCESSING,
    /** The answer is cut off or not JSON. */
    GARBLED_ANSWER,
    /** The service answers {@code queuing-failed} and does nothing. */
    QUEUING_FAILED,
    /** The service answers {@code queuing-failed} and carries the request out later. */
    QUEUING_FAILED_LATE,
    /** All connections of a node break, with everything that travels on them. */
    BROKEN_CONNECTIONS,
    /** A node and the service cannot reach each other for a while. */
    PARTITION,
    /** The service restarts, and forgets the requests that it has not carried out. */
    SERVICE_RESTART,
    /** A callback does not arrive. */
    LOST_CALLBACK,
    /** A callback arrives when the service no longer waits for its answer. */
    LATE_CALLBACK,
    /** A callback arrives twice, the second time perhaps much later. */
    REPEATED_CALLBACK,
    /** The answer to a callback does not arrive. */
    LOST_CALLBACK_ANSWER,
    /** A statement of the database fails and does nothing. */
    FAILED_STATEMENT,
    /** A statement of the database is carried out and reports a failure. */
    FAILED_AFTER_COMMIT,
    /** A statement of the database is never answered; it may be carried out. */
    HANGING_STATEMENT,
    /** A statement of the database reports a failure and is carried out later. */
    LATE_COMMIT,
    /** A node dies at any moment, and another process starts in its place. */
    DEAD_NODE,
    /** A node stands still for a while. */
    PAUSED_NODE,
    /** The clocks of the nodes differ and run at different speeds. */
    DRIFTING_CLOCK,
    /** The clock of a node jumps. */
    JUMPING_CLOCK,
    /** An effect of the application fails. */
    FAILED_EFFECT,
    /** An effect of the application never ends. */
    HANGING_EFFECT,
    /** An effect of the application takes long. */
    SLOW_EFFECT,
    /** A caller cancels. */
    CANCELLATION
}
