package com.gloebit.simulator;

/** The paths that more than the table of routes refers to. */
final class EndpointPaths {
    static final String TRANSACT = "/transact";
    static final String SECOND_TRANSACT = "/v2/transact";
    static final String USER_PAYMENT = "/transact-u2u";
    static final String CREATE_SUBSCRIPTION = "/create-subscription";
    static final String AUTHORIZE_SUBSCRIPTION = "/create-subscription-authorization";

    private EndpointPaths() {}
}
