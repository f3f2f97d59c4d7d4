package com.gloebit.reactive.transaction;

/**
 * Gloebit's two endpoints for purchases. Gloebit does not document that both give the same answers; the client reads
 * the answers of either. Payments between users have one endpoint only, which takes the members of {@link #V2}.
 */
public enum TransactVersion {
    /**
     * {@code POST /transact}, the documented endpoint. It receives only the documented members, so {@code app-user-id}
     * is omitted, and the client refuses a purchase with a buyer's id, descriptions or a subscription before sending
     * it.
     */
    V1,
    /** {@code POST /v2/transact}, the endpoint of Gloebit's OpenSim module. It receives all members. */
    V2
}
