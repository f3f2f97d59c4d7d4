package com.gloebit.simulator.internal.ledger;

import java.util.UUID;

/** What a user was asked to allow, and what became of it. */
public record SubscriptionAuthorization(UUID id, UUID subscriptionId, String userName, State state) {
    /** Where the question stands. */
    public enum State {
        PENDING("duplicate"),
        APPROVED("duplicate-and-already-approved-by-user"),
        DECLINED("duplicate-and-previously-declined-by-user");

        private final String duplicateStatus;

        State(String duplicateStatus) {
            this.duplicateStatus = duplicateStatus;
        }

        /** What asking again is answered. */
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
