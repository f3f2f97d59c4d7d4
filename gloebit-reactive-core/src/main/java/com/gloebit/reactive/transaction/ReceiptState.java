package com.gloebit.reactive.transaction;

/** How far Gloebit was with an accepted purchase when it answered. Neither is final. */
public enum ReceiptState {
    /** The gloebits are held, and every part of Gloebit agreed. It will very likely commit, and can still be cancelled. */
    HELD,
    /** The purchase is queued; nothing is held yet. */
    QUEUED
}
