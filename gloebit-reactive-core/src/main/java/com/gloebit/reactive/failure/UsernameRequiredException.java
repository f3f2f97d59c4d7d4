package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * A purchase contains no username, and the client cannot take Gloebit's: the credential is known to lack the scope
 * {@code user}, or Gloebit's name for the user has more than 255 characters or contains half a surrogate pair. No
 * purchase was sent.
 */
public final class UsernameRequiredException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public UsernameRequiredException(FailureDetails details, @Nullable Throwable cause) {
        super("The purchase needs a username, or the scope user", details, cause);
    }
}
