package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.internal.application.Signer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OAuth's {@code state}: the parameters of the authorize URL, signed and bound to the session of the browser. The
 * exchange repeats them from here, so no node has to remember a request, and any node with the key can verify it. A
 * state cannot be replayed, because the code that comes with it can be used only once.
 *
 * @param redirectUri the redirect URI of the authorize URL
 * @param scopes the scopes of the authorize URL
 * @param user the application's key for the user, or null
 */
public record AuthorizationState(
        URI redirectUri, Set<Scope> scopes, @Nullable String user) {
    private static final String PURPOSE = "gloebit-reactive authorization state 1";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int MAX_LENGTH = 4096;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Encodes the members as lines, because neither a URI nor a checked user name contains a line break. */
    String signed(Signer signer, String session, Instant now) {
        String payload = now.plus(LIFETIME).getEpochSecond() + "\n" + redirectUri + "\n" + Scope.format(scopes) + "\n"
                + (user == null ? "" : user);
        String state = ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + ENCODER.encodeToString(signer.sign(PURPOSE, session, payload));
        if (state.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("redirectUri has "
                    + redirectUri.toString().length() + " characters; with it the state is longer than " + MAX_LENGTH);
        }
        return state;
    }

    /**
     * Returns null if the state is missing, forged, expired or of another session; the reason is deliberately not
     * reported.
     */
    static @Nullable AuthorizationState verified(@Nullable String state, Signer signer, String session, Instant now) {
        if (state == null || state.length() > MAX_LENGTH) {
            return null;
        }
        String[] parts = state.split("\\.", -1);
        byte[] payload = parts.length == 2 ? decoded(parts[0]) : null;
        byte[] signature = parts.length == 2 ? decoded(parts[1]) : null;
        if (payload == null || signature == null) {
            return null;
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        return signer.verify(signature, PURPOSE, session, text) ? unexpired(text.split("\n", -1), now) : null;
    }

    /** Parses without further checks, because the valid signature proves that we wrote the payload. */
    private static @Nullable AuthorizationState unexpired(String[] lines, Instant now) {
        if (now.getEpochSecond() >= Long.parseLong(lines[0])) {
            return null;
        }
        return new AuthorizationState(
                URI.create(lines[1]), Scope.parse(lines[2]), lines[3].isEmpty() ? null : lines[3]);
    }

    private static byte @Nullable [] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Shows no user. */
    @Override
    public String toString() {
        return "AuthorizationState[redacted]";
    }
}
