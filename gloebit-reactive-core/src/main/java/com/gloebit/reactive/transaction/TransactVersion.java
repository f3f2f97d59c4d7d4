package com.gloebit.reactive.transaction;

/**
 * Which of Gloebit's two endpoints purchases go to. Both take the same members; that they answer alike is not documented,
 * and the client reads either. Payments between users have one endpoint only.
 */
public enum TransactVersion {
    /** {@code POST /transact}, the documented one. */
    V1,
    /** {@code POST /v2/transact}, which Gloebit's OpenSim module uses. */
    V2
}
