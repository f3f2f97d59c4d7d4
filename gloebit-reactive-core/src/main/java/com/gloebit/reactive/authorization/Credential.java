package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a user's authorization: the access token and the values that came with it. Store it like a password,
 * because the token suffices to spend the user's gloebits. Tokens have no expiry time; users can revoke them at any
 * time.
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
     * Creates a credential from a token alone. Its scopes are unknown, so the client does not check them before it
     * sends a call.
     *
     * @param accessToken 1 to 4096 visible ASCII characters
     * @return the credential
     */
    public static Credential of(String accessToken) {
        return of(accessToken, null, null, null);
    }

    /**
     * Creates a credential from its stored parts.
     *
     * @param accessToken 1 to 4096 visible ASCII characters
     * @param refreshToken the refresh token, 1 to 4096 visible ASCII characters, or null; stored, but never used
     * @param appUserId Gloebit's id of the user for this application, which is sent with purchases, 1 to 256
     *     characters, or null
     * @param scopes the scopes that the user granted; null if unknown, which disables the local check of scopes
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
     * The scopes that the user granted.
     *
     * @return null if unknown
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

    /** Contains only the scopes. */
    @Override
    public String toString() {
        return "Credential[scopes=" + (scopes == null ? "unknown" : Scope.format(scopes)) + "]";
    }
}
