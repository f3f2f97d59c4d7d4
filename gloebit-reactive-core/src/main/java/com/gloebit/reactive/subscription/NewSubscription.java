package com.gloebit.reactive.subscription;

import com.gloebit.reactive.internal.Arguments;

/**
 * Something that users can subscribe to.
 *
 * @param localId the application's id of it, 1 to 255 characters: created twice under one id, it is created once
 * @param name what users see, 1 to 255 characters
 * @param description what users see, 1 to 1000 characters
 */
public record NewSubscription(String localId, String name, String description) {
    public NewSubscription {
        Arguments.text("localId", localId, 255);
        Arguments.text("name", name, 255);
        Arguments.text("description", description, 1000);
    }

    /**
     * Something that users can subscribe to.
     *
     * @param localId the application's id of it
     * @param name what users see
     * @param description what users see
     * @return the subscription
     */
    public static NewSubscription of(String localId, String name, String description) {
        return new NewSubscription(localId, name, description);
    }

    /** Shows the application's id only. */
    @Override
    public String toString() {
        return "NewSubscription[" + localId + "]";
    }
}
