package com.gloebit.reactive.transaction;

/**
 * Which of Gloebit's two endpoints purchases go to. That they answer alike is not documented, and the client reads either.
 * Payments between users have one endpoint only, which takes what {@link #V2} takes.
 */
public enum TransactVersion {
    /**
     * {@code POST /transact}, the documented one. It is sent the documented members only: no {@code app-user-id}, and a
     * purchase with a buyer's id, descriptions or a subscription is refused before it is sent.
     */
    V1,
    /** {@code POST /v2/transact}, which Gloebit's OpenSim module uses, with all its members. */
    V2
}
