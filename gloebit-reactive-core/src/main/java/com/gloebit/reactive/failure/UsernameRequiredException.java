package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * A purchase names no user, and the name cannot be looked up: the credential lacks the scope, or Gloebit's name for the
 * user has more than 255 characters. No purchase was sent.
 */
public final class UsernameRequiredException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public UsernameRequiredException(FailureDetails details, @Nullable Throwable cause) {
        super("The purchase needs a username, or the scope user", details, cause);
    }
}
