package com.gloebit.reactive.internal.hold;

/** Whether a purchase is the one that the journal has under its id. */
public enum Sameness {
    SAME,
    /** The same things are bought, and nobody knows whether for the same user. */
    PERHAPS,
    OTHER
}
