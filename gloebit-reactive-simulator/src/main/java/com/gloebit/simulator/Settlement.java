package com.gloebit.simulator;

/** When held funds go to the payee. */
public enum Settlement {
    /** When they are held. */
    IMMEDIATE,
    /**
     * When the test calls {@link GloebitSimulator#settleHeld()}; {@link GloebitSimulator#cancelHeld()} returns them.
     */
    MANUAL
}
