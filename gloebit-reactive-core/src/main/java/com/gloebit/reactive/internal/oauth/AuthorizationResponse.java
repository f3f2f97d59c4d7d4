package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.endpoint.TokenRequest;
import org.jspecify.annotations.Nullable;

/** What the browser brought back to the redirect URI, after the state was found to be ours. */
public sealed interface AuthorizationResponse {
    /** The application's key for the user, or null. */
    @Nullable
    String user();

    /** Authorization code grant: a code, still to be exchanged. */
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
