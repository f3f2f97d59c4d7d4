package com.gloebit.simulator.internal.wire;

/** The paths that are used outside the table of routes. */
public final class EndpointPaths {
    public static final String TRANSACT = "/transact";
    public static final String SECOND_TRANSACT = "/v2/transact";
    public static final String USER_PAYMENT = "/transact-u2u";
    public static final String CREATE_SUBSCRIPTION = "/create-subscription";
    public static final String AUTHORIZE_SUBSCRIPTION = "/create-subscription-authorization";

    private EndpointPaths() {}
}
