package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.endpoint.FailureKind.BLOCKED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.DECLINED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.LOST;
import static com.gloebit.reactive.internal.endpoint.FailureKind.NOT_CONNECTED;
import static com.gloebit.reactive.internal.endpoint.FailureKind.OPEN;
import static com.gloebit.reactive.internal.endpoint.FailureKind.SERVER_ERROR;
import static com.gloebit.reactive.internal.endpoint.FailureKind.UNREACHABLE;
import static com.gloebit.reactive.internal.endpoint.FailureKind.UNREADABLE;

import java.util.EnumSet;
import java.util.Set;

/** After what an endpoint's request may be sent again. */
public enum RepeatSafety {
    /** It only reads. */
    ALWAYS(LOST, SERVER_ERROR, UNREADABLE),
    /** The service knows a repeat by a key in the body. */
    BY_KEY(LOST, SERVER_ERROR, UNREADABLE, OPEN),
    /** An authorization code: shown twice, it may revoke what it gave the first time. */
    CODE(SERVER_ERROR),
    /** Done twice, it counts twice. */
    NEVER_IF_DONE;

    /** After these nothing was done, whatever the endpoint. */
    private static final Set<FailureKind> NOTHING_DONE = EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED);

    @SuppressWarnings("ImmutableEnumChecker") // an immutable set
    private final Set<FailureKind> repeatedToo;

    RepeatSafety(FailureKind... repeatedToo) {
        this.repeatedToo = Set.of(repeatedToo);
    }

    public boolean repeatsAfter(FailureKind kind) {
        return NOTHING_DONE.contains(kind) || repeatedToo.contains(kind);
    }

    /** A call that changes nothing is never in doubt. */
    public boolean reads() {
        return this == ALWAYS;
    }
}
