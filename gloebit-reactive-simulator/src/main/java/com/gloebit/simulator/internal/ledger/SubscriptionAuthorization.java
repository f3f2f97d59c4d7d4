package com.gloebit.simulator.internal.ledger;

import java.util.UUID;

/** A user's authorization of a subscription. */
public record SubscriptionAuthorization(UUID id, UUID subscriptionId, String userName, State state) {
    /** The states of an authorization. */
    public enum State {
        PENDING("duplicate"),
        APPROVED("duplicate-and-already-approved-by-user"),
        DECLINED("duplicate-and-previously-declined-by-user");

        private final String duplicateStatus;

        State(String duplicateStatus) {
            this.duplicateStatus = duplicateStatus;
        }

        /** The status in the answer to a repeated request. */
        public String duplicateStatus() {
            return duplicateStatus;
        }
    }

    public boolean is(State other) {
        return state == other;
    }

    SubscriptionAuthorization become(State next) {
        return new SubscriptionAuthorization(id, subscriptionId, userName, next);
    }
}
