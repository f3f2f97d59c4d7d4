package com.gloebit.reactive.fault.support;

/** Where a call can be cancelled. */
public enum CancellationPoint {
    BEFORE_THE_POOL(false, false),
    WAITING_FOR_A_CONNECTION(false, false),
    CONNECTING(false, false),
    SENT(false, true),
    /** The answer has begun; it has no status yet. */
    WITHIN_THE_HEADERS(false, true),
    HALF_ANSWERED(false, true),
    /** After an attempt that was declined. */
    BACKING_OFF(true, false),
    /** After an attempt that may have done it. */
    BACKING_OFF_IN_DOUBT(true, true);

    private final boolean backingOff;
    private final boolean inDoubt;

    CancellationPoint(boolean backingOff, boolean inDoubt) {
        this.backingOff = backingOff;
        this.inDoubt = inDoubt;
    }

    public boolean isBackingOff() {
        return backingOff;
    }

    /** Whether it may have happened by then. */
    public boolean isInDoubt() {
        return inDoubt;
    }

    public boolean isReachedBy(MatrixCall kind) {
        return this != BACKING_OFF_IN_DOUBT || kind != MatrixCall.NEVER_IF_DONE;
    }
}
