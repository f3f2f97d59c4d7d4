package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user's authorization gave: the access token, and what came with it. Store it as you would a password: whoever
 * has the token can spend the user's gloebits. Tokens do not expire by a clock; users can revoke them at any time.
 */
public final class Credential {
    private final String accessToken;
    private final @Nullable String refreshToken;
    private final @Nullable String appUserId;
    private final @Nullable Set<Scope> scopes;

    private Credential(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable String appUserId,
            @Nullable Set<Scope> scopes) {
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.appUserId = appUserId;
        this.scopes = scopes;
    }

    /**
     * A credential of which only the token is known. Calls are not checked against its scope before they are sent.
     *
     * @param accessToken 1 to 4096 visible ASCII characters
     * @return the credential
     */
    public static Credential of(String accessToken) {
        return of(accessToken, null, null, null);
    }

    /**
     * A credential from its stored parts.
     *
     * @param accessToken 1 to 4096 visible ASCII characters
     * @param refreshToken kept and never needed, 1 to 4096 visible ASCII characters, or null
     * @param appUserId Gloebit's id of the user for this application, sent with purchases, up to 256 characters, or
     *     null
     * @param scopes what the user allowed; null if that is not known, and then nothing is checked locally
     * @return the credential
     */
    public static Credential of(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable String appUserId,
            @Nullable Set<Scope> scopes) {
        return new Credential(
                Arguments.secret("accessToken", accessToken),
                refreshToken == null ? null : Arguments.secret("refreshToken", refreshToken),
                appUserId == null ? null : Arguments.text("appUserId", appUserId, 256),
                scopes == null ? null : Set.copyOf(scopes));
    }

    /**
     * The bearer token.
     *
     * @return a secret
     */
    public String accessToken() {
        return accessToken;
    }

    /**
     * The refresh token.
     *
     * @return a secret; null if there is none
     */
    public @Nullable String refreshToken() {
        return refreshToken;
    }

    /**
     * Gloebit's id of the user for this application.
     *
     * @return null if none was given
     */
    public @Nullable String appUserId() {
        return appUserId;
    }

    /**
     * What the user allowed.
     *
     * @return null if it is not known
     */
    public @Nullable Set<Scope> scopes() {
        return scopes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credential that
                && accessToken.equals(that.accessToken)
                && Objects.equals(refreshToken, that.refreshToken)
                && Objects.equals(appUserId, that.appUserId)
                && Objects.equals(scopes, that.scopes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accessToken, refreshToken, appUserId, scopes);
    }

    /** Shows the scopes only. */
    @Override
    public String toString() {
        return "Credential[scopes=" + (scopes == null ? "unknown" : Scope.format(scopes)) + "]";
    }
}
