package com.gloebit.reactive.transaction;

/** The stage at which Gloebit rejected a purchase. */
public enum RejectionStage {
    /** Validation of the request. */
    VALIDATE,
    /** Execution of the parts of the transaction. */
    ENACT
}
