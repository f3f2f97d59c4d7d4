package com.gloebit.reactive.internal.endpoint;

import static com.gloebit.reactive.internal.answer.FailureKind.BLOCKED;
import static com.gloebit.reactive.internal.answer.FailureKind.DECLINED;
import static com.gloebit.reactive.internal.answer.FailureKind.LOST;
import static com.gloebit.reactive.internal.answer.FailureKind.NOT_CONNECTED;
import static com.gloebit.reactive.internal.answer.FailureKind.OPEN;
import static com.gloebit.reactive.internal.answer.FailureKind.SERVER_ERROR;
import static com.gloebit.reactive.internal.answer.FailureKind.UNREACHABLE;
import static com.gloebit.reactive.internal.answer.FailureKind.UNREADABLE;

import com.gloebit.reactive.internal.answer.FailureKind;
import java.util.EnumSet;
import java.util.Set;

/** The failures after which a request to an endpoint may be sent again. */
public enum RepeatSafety {
    /** The request only reads. */
    ALWAYS(LOST, SERVER_ERROR, UNREADABLE),
    /** The service recognizes a repeated request by a key in its body. */
    BY_KEY(LOST, SERVER_ERROR, UNREADABLE, OPEN),
    /** The request carries an authorization code. Using a code twice may revoke the token issued for it. */
    CODE(SERVER_ERROR),
    /** A repeated request takes effect twice. */
    NEVER_IF_DONE;

    /** After these failures nothing was carried out, for any endpoint. */
    private static final Set<FailureKind> NOTHING_DONE = EnumSet.of(UNREACHABLE, NOT_CONNECTED, BLOCKED, DECLINED);

    @SuppressWarnings("ImmutableEnumChecker") // an immutable set
    private final Set<FailureKind> alsoRepeatedAfter;

    RepeatSafety(FailureKind... alsoRepeatedAfter) {
        this.alsoRepeatedAfter = Set.of(alsoRepeatedAfter);
    }

    public boolean repeatsAfter(FailureKind kind) {
        return NOTHING_DONE.contains(kind) || alsoRepeatedAfter.contains(kind);
    }

    /** Returns whether the request only reads. A request that only reads is never in doubt. */
    public boolean reads() {
        return this == ALWAYS;
    }
}
