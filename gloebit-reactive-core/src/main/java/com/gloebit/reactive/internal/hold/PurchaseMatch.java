package com.gloebit.reactive.internal.hold;

/** Whether a purchase is the one that the journal has under its id. */
public enum PurchaseMatch {
    SAME,
    /** The same things are bought; whether for the same user is not known. */
    PERHAPS,
    OTHER
}
