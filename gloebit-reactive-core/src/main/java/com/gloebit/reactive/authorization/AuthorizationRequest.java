package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a user's authorization in a browser. A null parameter takes the client's setting or Gloebit's
 * default.
 *
 * @param session a value that only this browser session has, such as its session id, 1 to 4096 characters; it is not
 *     sent, but the {@code state} is bound to it
 * @param user the application's name for the user, 1 to 255 characters; also the key under which the credential is
 *     stored
 * @param uid the application's id for the user, 1 to 255 characters
 * @param keyAlias an alias of the OAuth key ({@code r}), 1 to 255 characters
 * @param returnTo the target of the link back on Gloebit's page, absolute
 * @param accessType {@code access_type}
 * @param approvalPrompt {@code approval_prompt}
 * @param redirectUri the redirect URI, absolute, in place of the client's
 * @param scopes the requested scopes, at least one, in place of the client's
 */
public record AuthorizationRequest(
        String session,
        @Nullable String user,
        @Nullable String uid,
        @Nullable String keyAlias,
        @Nullable URI returnTo,
        @Nullable AccessType accessType,
        @Nullable ApprovalPrompt approvalPrompt,
        @Nullable URI redirectUri,
        @Nullable Set<Scope> scopes) {
    private static final int MAX_TEXT = 255;

    public AuthorizationRequest {
        Arguments.text("session", session, 4096);
        optional("user", user);
        optional("uid", uid);
        optional("keyAlias", keyAlias);
        if (returnTo != null) {
            Arguments.absolute("returnTo", returnTo);
        }
        if (redirectUri != null) {
            Arguments.absolute("redirectUri", redirectUri);
        }
        scopes = scopes == null ? null : Arguments.atLeastOne("scopes", scopes);
    }

    private static void optional(String name, @Nullable String value) {
        if (value != null) {
            Arguments.text(name, value, MAX_TEXT);
        }
    }

    /**
     * Creates a request that is bound to a browser session.
     *
     * @param session a value that only this session has
     * @return the request
     */
    public static AuthorizationRequest forSession(String session) {
        return new AuthorizationRequest(session, null, null, null, null, null, null, null, null);
    }

    /**
     * Returns a copy with the application's name for the user.
     *
     * @param user the application's name for the user
     * @return a copy
     */
    public AuthorizationRequest withUser(String user) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with the application's id for the user.
     *
     * @param uid the application's id for the user
     * @return a copy
     */
    public AuthorizationRequest withUid(String uid) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with an alias of the OAuth key.
     *
     * @param keyAlias an alias of the OAuth key
     * @return a copy
     */
    public AuthorizationRequest withKeyAlias(String keyAlias) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with a link back on Gloebit's page.
     *
     * @param returnTo an absolute URI
     * @return a copy
     */
    public AuthorizationRequest withReturnTo(URI returnTo) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with online or offline access.
     *
     * @param accessType the access type
     * @return a copy
     */
    public AuthorizationRequest withAccessType(AccessType accessType) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with a rule for repeated consent.
     *
     * @param approvalPrompt the approval prompt
     * @return a copy
     */
    public AuthorizationRequest withApprovalPrompt(ApprovalPrompt approvalPrompt) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with another redirect URI.
     *
     * @param redirectUri an absolute URI below a prefix configured at Gloebit
     * @return a copy
     */
    public AuthorizationRequest withRedirectUri(URI redirectUri) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Returns a copy with other scopes.
     *
     * @param first one scope
     * @param more further scopes
     * @return a copy
     */
    public AuthorizationRequest withScopes(Scope first, Scope... more) {
        return withScopes(Arguments.listOf("scopes", first, more));
    }

    /**
     * Returns a copy with other scopes.
     *
     * @param scopes at least one
     * @return a copy
     */
    public AuthorizationRequest withScopes(Collection<Scope> scopes) {
        return new AuthorizationRequest(
                session,
                user,
                uid,
                keyAlias,
                returnTo,
                accessType,
                approvalPrompt,
                redirectUri,
                Arguments.atLeastOne("scopes", scopes));
    }

    /** Contains neither the session nor the user. */
    @Override
    public String toString() {
        return "AuthorizationRequest[scopes=" + (scopes == null ? "the client's" : Scope.format(scopes)) + "]";
    }
}
