package com.gloebit.reactive.transaction;

/** The stage at which Gloebit rejected a purchase. */
public enum RejectionStage {
    /** Validation of the request. */
    VALIDATE,
    /**
     * Execution of the transaction by Gloebit, which could not take the gloebits. It is not the enact callback: the
     * application's handler was not asked.
     */
    ENACT
}
