package com.gloebit.simulator;

/** The three calls that Gloebit makes for a transaction with hold URLs. */
public enum HoldStep {
    /** All funds are held: the application decides whether the transaction goes on. */
    ENACT("asset-enact-hold-url"),
    /** The transaction is committed. Final. */
    CONSUME("asset-consume-hold-url"),
    /** The transaction is rolled back. Final. */
    CANCEL("asset-cancel-hold-url");

    private final String member;

    HoldStep(String member) {
        this.member = member;
    }

    /** What the request to transact calls its URL. */
    String member() {
        return member;
    }
}
