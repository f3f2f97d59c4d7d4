package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import java.util.EnumSet;
import java.util.Set;

/** What a client can see of one attempt, by the tables of README.md; written here a second time. */
public enum ObservedEnd {
    ANSWERED(GloebitException.class, false),
    NOT_SENT(ServiceUnreachableException.class, false, MatrixCall.values()),
    /** The connection closed before it was handed out. */
    NOT_HANDED_OUT(ServiceUnreachableException.class, false, MatrixCall.values()),
    DECLINED(UnexpectedStatusException.class, false, MatrixCall.values()),
    LOST(ServiceUnreachableException.class, true, MatrixCall.ALWAYS, MatrixCall.BY_KEY),
    SERVER_ERROR(UnexpectedStatusException.class, true, MatrixCall.ALWAYS, MatrixCall.BY_KEY, MatrixCall.CODE),
    UNREADABLE(UnreadableAnswerException.class, true, MatrixCall.ALWAYS, MatrixCall.BY_KEY),
    UNDECIDED(RequestRefusedException.class, true, MatrixCall.ALWAYS, MatrixCall.BY_KEY),
    STATUS_IN_DOUBT(UnexpectedStatusException.class, true),
    STATUS_REFUSED(UnexpectedStatusException.class, false);

    private final Class<? extends GloebitException> failure;
    private final boolean leavesDoubt;

    @SuppressWarnings("ImmutableEnumChecker") // not changed
    private final Set<MatrixCall> repeated = EnumSet.noneOf(MatrixCall.class);

    ObservedEnd(Class<? extends GloebitException> failure, boolean leavesDoubt, MatrixCall... repeated) {
        this.failure = failure;
        this.leavesDoubt = leavesDoubt;
        this.repeated.addAll(Set.of(repeated));
    }

    public static ObservedEnd status(int status) {
        if (status == 429) {
            return DECLINED;
        }
        if (status >= 500) {
            return SERVER_ERROR;
        }
        return status < 400 || status == 408 || status == 409 ? STATUS_IN_DOUBT : STATUS_REFUSED;
    }

    public Class<? extends GloebitException> failure() {
        return failure;
    }

    public boolean leavesDoubt() {
        return leavesDoubt;
    }

    public boolean isRepeatedBy(MatrixCall kind) {
        return repeated.contains(kind);
    }
}
