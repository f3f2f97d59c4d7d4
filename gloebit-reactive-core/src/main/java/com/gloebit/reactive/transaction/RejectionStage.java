package com.gloebit.reactive.transaction;

/** How far a purchase came before Gloebit rejected it. */
public enum RejectionStage {
    /** The request was checked. */
    VALIDATE,
    /** The parts of the transaction were carried out. */
    ENACT
}
