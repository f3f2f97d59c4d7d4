package com.gloebit.reactive.transaction;

/** The progress of an accepted purchase at the time of Gloebit's answer. Neither state is final. */
public enum ReceiptState {
    /**
     * The gloebits are held, and every Gloebit part of the transaction succeeded. It will very likely commit, but can
     * still be cancelled.
     */
    HELD,
    /** The purchase is queued; nothing is known to be held. */
    QUEUED
}
