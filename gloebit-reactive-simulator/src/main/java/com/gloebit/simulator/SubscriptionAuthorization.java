package com.gloebit.simulator;

import java.util.UUID;

/** What a user was asked to allow, and what became of it. */
record SubscriptionAuthorization(UUID id, UUID subscriptionId, String userName, State state) {
    /** Where the question stands. */
    enum State {
        PENDING("duplicate"),
        APPROVED("duplicate-and-already-approved-by-user"),
        DECLINED("duplicate-and-previously-declined-by-user");

        private final String duplicateStatus;

        State(String duplicateStatus) {
            this.duplicateStatus = duplicateStatus;
        }

        /** What asking again is answered. */
        String duplicateStatus() {
            return duplicateStatus;
        }
    }

    boolean is(State other) {
        return state == other;
    }

    SubscriptionAuthorization become(State next) {
        return new SubscriptionAuthorization(id, subscriptionId, userName, next);
    }
}
