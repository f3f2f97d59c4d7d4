package com.gloebit.reactive.internal.hold;

/** The result of comparing a purchase with the journal entry under its id. */
public enum PurchaseMatch {
    SAME,
    /** The same things are bought, possibly by another user. */
    MAYBE_SAME,
    OTHER
}
