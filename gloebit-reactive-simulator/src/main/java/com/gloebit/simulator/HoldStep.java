package com.gloebit.simulator;

/** The three calls that Gloebit makes for a transaction with hold URLs. */
public enum HoldStep {
    /** All funds are held: the application decides whether the transaction goes on. */
    ENACT,
    /** The transaction is committed. Final. */
    CONSUME,
    /** The transaction is rolled back. Final. */
    CANCEL
}
