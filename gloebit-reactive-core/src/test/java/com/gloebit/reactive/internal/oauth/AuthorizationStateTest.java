package com.gloebit.reactive.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.internal.application.Signer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationStateTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SESSION = "session-of-ada";

    /** Characters of a state of 4096: half of it Base64, less what is not the URI. */
    private static final int LONGEST_REDIRECT = (4096 - 1 - 43) * 3 / 4 - "1700000900\n\nuser\n".length();

    private final Signer signer = new Signer(List.of(new byte[32]));

    @Test
    void aStateOfTheMaximumLengthIsVerified() {
        AuthorizationState longest = state(LONGEST_REDIRECT);

        String signed = longest.signed(signer, SESSION, NOW);

        assertThat(signed).hasSize(4096);
        assertThat(AuthorizationState.verified(signed, signer, SESSION, NOW)).isEqualTo(longest);
    }

    @Test
    void aStateBeyondTheMaximumLengthIsNotCreated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state(LONGEST_REDIRECT + 1).signed(signer, SESSION, NOW))
                .withMessageStartingWith("redirectUri has 3023 characters");
    }

    @Test
    void theTextOfAStateIsRedacted() {
        assertThat(state(30)).hasToString("AuthorizationState[redacted]");
    }

    private static AuthorizationState state(int length) {
        String start = "https://app.example/";
        return new AuthorizationState(
                URI.create(start + "a".repeat(length - start.length())), Set.of(Scope.USER), null);
    }
}
