package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a user for, in a browser. Whatever is left out takes the client's setting or Gloebit's default.
 *
 * @param session a value that only this browser's session has, such as its session id; it is not sent, the state is
 *     bound to it
 * @param user the application's name for the user; also the key under which the credential is stored
 * @param uid the application's id for the user
 * @param keyAlias an alias of the OAuth key, {@code r}
 * @param returnTo where Gloebit's page links back to
 * @param accessType {@code access_type}
 * @param approvalPrompt {@code approval_prompt}
 * @param redirectUri where the browser returns to, instead of the client's
 * @param scopes what is asked for, instead of the client's
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
     * A request that is bound to a browser's session.
     *
     * @param session a value that only this session has
     * @return the request
     */
    public static AuthorizationRequest forSession(String session) {
        return new AuthorizationRequest(session, null, null, null, null, null, null, null, null);
    }

    /**
     * Names the user.
     *
     * @param user the application's name for the user
     * @return a copy
     */
    public AuthorizationRequest withUser(String user) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Identifies the user.
     *
     * @param uid the application's id for the user
     * @return a copy
     */
    public AuthorizationRequest withUid(String uid) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Names the application by an alias.
     *
     * @param keyAlias an alias of the OAuth key
     * @return a copy
     */
    public AuthorizationRequest withKeyAlias(String keyAlias) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Where Gloebit's page links back to.
     *
     * @param returnTo an absolute URI
     * @return a copy
     */
    public AuthorizationRequest withReturnTo(URI returnTo) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Online or offline access.
     *
     * @param accessType which
     * @return a copy
     */
    public AuthorizationRequest withAccessType(AccessType accessType) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Whether the user is asked again.
     *
     * @param approvalPrompt which
     * @return a copy
     */
    public AuthorizationRequest withApprovalPrompt(ApprovalPrompt approvalPrompt) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * Where the browser returns to.
     *
     * @param redirectUri an absolute URI below a prefix configured at Gloebit
     * @return a copy
     */
    public AuthorizationRequest withRedirectUri(URI redirectUri) {
        return new AuthorizationRequest(
                session, user, uid, keyAlias, returnTo, accessType, approvalPrompt, redirectUri, scopes);
    }

    /**
     * What is asked for.
     *
     * @param first one scope
     * @param more further scopes
     * @return a copy
     */
    public AuthorizationRequest withScopes(Scope first, Scope... more) {
        return withScopes(Arguments.listOf("scopes", first, more));
    }

    /**
     * What is asked for.
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

    /** Shows neither the session nor the user. */
    @Override
    public String toString() {
        return "AuthorizationRequest[scopes=" + (scopes == null ? "the client's" : Scope.format(scopes)) + "]";
    }
}
