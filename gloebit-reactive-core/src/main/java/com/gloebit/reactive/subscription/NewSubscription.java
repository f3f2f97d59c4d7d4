package com.gloebit.reactive.subscription;

import com.gloebit.reactive.internal.Arguments;

/**
 * A subscription to create, for recurring unattended payments.
 *
 * @param localId the application's id of the subscription, 1 to 255 characters; a second creation under the same id
 *     creates nothing
 * @param name the name that users see, 1 to 255 characters
 * @param description the description that users see, 1 to 1000 characters
 */
public record NewSubscription(String localId, String name, String description) {
    public NewSubscription {
        Arguments.text("localId", localId, 255);
        Arguments.text("name", name, 255);
        Arguments.text("description", description, 1000);
    }

    /**
     * Creates the description of a new subscription. Nothing is sent.
     *
     * @param localId the application's id of the subscription
     * @param name the name that users see
     * @param description the description that users see
     * @return the subscription
     */
    public static NewSubscription of(String localId, String name, String description) {
        return new NewSubscription(localId, name, description);
    }

    /** Contains only the application's id. */
    @Override
    public String toString() {
        return "NewSubscription[" + localId + "]";
    }
}
