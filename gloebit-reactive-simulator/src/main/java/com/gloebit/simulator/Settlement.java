package com.gloebit.simulator;

/** When held funds go to the payee. */
public enum Settlement {
    /** In the same step that holds them. */
    IMMEDIATE,
    /** When the test says so: {@link GloebitSimulator#settleHeld()} or {@link GloebitSimulator#cancelHeld()}. */
    MANUAL
}
