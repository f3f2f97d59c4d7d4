package com.gloebit.reactive.transaction;

/** How far a purchase came before Gloebit rejected it. */
public enum TransactionStage {
    /** The access token was checked. */
    AUTHENTICATE,
    /** The request was checked. */
    VALIDATE,
    /** The purchase was put on Gloebit's queue. */
    QUEUE,
    /** The parts of the transaction were carried out. */
    ENACT
}
