package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.subject.TokenRequest;
import org.jspecify.annotations.Nullable;

/** The response that the browser delivered to the redirect URI, with a verified state. */
public sealed interface AuthorizationResponse {
    /** Returns the application's key for the user, or null. */
    @Nullable
    String user();

    /** Authorization code grant: a code that is still to be exchanged. */
    record Code(TokenRequest request, @Nullable String user) implements AuthorizationResponse {
        @Override
        public String toString() {
            return "Code[redacted]";
        }
    }

    /** Implicit grant: the token itself. */
    record Token(Credential credential, @Nullable String user) implements AuthorizationResponse {
        @Override
        public String toString() {
            return "Token[redacted]";
        }
    }
}
