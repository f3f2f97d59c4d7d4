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
 * OAuth's {@code state}: what the authorize URL said, signed and bound to the browser's session. The exchange repeats it
 * from here, so no node needs to remember a request, and any node with the key can check it. That a state is used once
 * follows from the code, which is.
 *
 * @param redirectUri what the authorize URL said
 * @param scopes what the authorize URL said
 * @param user the application's key for the user, or null
 */
public record AuthorizationState(
        URI redirectUri, Set<Scope> scopes, @Nullable String user) {
    private static final String PURPOSE = "gloebit-reactive authorization state 1";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int MAX_LENGTH = 4096;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Lines, for neither a URI nor a checked user name holds a line break. */
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

    /** Null if the state is missing, forged, expired or of another session: which of these, nobody is told. */
    static @Nullable AuthorizationState verified(@Nullable String state, Signer signer, String session, Instant now) {
        if (state == null || state.length() > MAX_LENGTH) {
            return null;
        }
        String[] halves = state.split("\\.", -1);
        byte[] payload = halves.length == 2 ? decoded(halves[0]) : null;
        byte[] signature = halves.length == 2 ? decoded(halves[1]) : null;
        if (payload == null || signature == null) {
            return null;
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        return signer.verify(signature, PURPOSE, session, text) ? unexpired(text.split("\n", -1), now) : null;
    }

    /** The signature holds, so the payload is one that we wrote. */
    private static @Nullable AuthorizationState unexpired(String[] lines, Instant now) {
        if (now.getEpochSecond() >= Long.parseLong(lines[0])) {
            return null;
        }
        return new AuthorizationState(
                URI.create(lines[1]), Scope.parse(lines[2]), lines[3].isEmpty() ? null : lines[3]);
    }

    private static byte @Nullable [] decoded(String half) {
        try {
            return Base64.getUrlDecoder().decode(half);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "AuthorizationState[redacted]";
    }
}
