package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import com.gloebit.reactive.wire.support.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state ties the browser's return to the session that left, and to what was asked for. */
class StateTest {
    private static final byte[] KEY = key(1);

    private final SettableClock clock = new SettableClock();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void aStateOfTheSameSessionIsAccepted() {
        gloebit.expect(SampleCall.EXCHANGE.answered());

        assertAccepted(client(KEY), client(KEY));
    }

    @Test
    void aStateIsAcceptedByAnyNodeWithTheKey() {
        gloebit.expect(SampleCall.EXCHANGE.answered());

        assertAccepted(client(KEY), client(key(2), KEY));
    }

    @Test
    void aStateIsSignedWithTheNewestKey() {
        gloebit.expect(SampleCall.EXCHANGE.answered());

        assertAccepted(client(key(2), KEY), client(key(2)));
    }

    @Test
    void aStateOfAnotherKeyIsRefused() {
        assertRefused(client(key(2)), callback(client(KEY)), Given.SESSION);
    }

    @Test
    void aStateOfARandomKeyIsRefusedByAnotherClient() {
        assertRefused(gloebit.client(), callback(gloebit.client()), Given.SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session-of-eve", "session-of-ad", "session-of-ada ", "Session-of-ada"})
    void aStateOfAnotherSessionIsRefused(String session) {
        assertRefused(client(KEY), callback(client(KEY)), session);
    }

    @Test
    void aStateIsValidForAQuarterOfAnHour() {
        gloebit.expect(SampleCall.EXCHANGE.answered());
        String callback = callback(client(KEY));
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));

        assertThat(client(KEY).exchange(callback, Given.SESSION).block(Given.PATIENCE))
                .isNotNull();
    }

    @Test
    void aStateOlderThanAQuarterOfAnHourIsRefused() {
        String callback = callback(client(KEY));
        clock.advance(Duration.ofMinutes(15));

        assertRefused(client(KEY), callback, Given.SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c0de-from-the-browser",
                "code=c0de-from-the-browser&state",
                "code=c0de-from-the-browser&state=",
                "code=c0de-from-the-browser&state=.",
                "code=c0de-from-the-browser&state=a.b.c",
                "code=c0de-from-the-browser&state=%",
                "code=c0de-from-the-browser&state=%zz",
                "code=c0de-from-the-browser&state=!.!",
                "error=access_denied",
                "state=x",
                "",
                "?",
                "&&&"
            })
    void aMissingStateIsRefusedBeforeOtherParametersAreRead(String query) {
        assertRefused(client(KEY), query, Given.SESSION);
    }

    @ParameterizedTest
    @MethodSource
    void aChangedStateIsRefused(UnaryOperator<String> change) {
        String state = SampleCall.state(client(KEY).authorizationUri(request()));

        assertRefused(client(KEY), "code=" + Given.CODE + "&state=" + change.apply(state), Given.SESSION);
    }

    static Stream<UnaryOperator<String>> aChangedStateIsRefused() {
        return Stream.of(
                state -> state.substring(0, state.length() - 2),
                state -> state.substring(0, state.indexOf('.')),
                state -> state.substring(0, state.indexOf('.') + 1),
                state -> state.substring(state.indexOf('.')),
                state -> "AAAA" + state,
                state -> state + ".AAAA",
                state -> state + "AAAA",
                StateTest::withAnotherRedirect,
                StateTest::withALaterExpiry,
                state -> state + state,
                state -> "A".repeat(20_000));
    }

    /** Every character counts; only the last of each half may carry spare bits. */
    @Test
    void aStateThatDiffersInOneCharacterIsRefused() {
        GloebitClient client = client(KEY);
        String state = SampleCall.state(client.authorizationUri(request()));
        int dot = state.indexOf('.');

        IntStream.range(0, state.length() - 1)
                .filter(i -> i != dot - 1)
                .forEach(i ->
                        assertRefused(client, "code=" + Given.CODE + "&state=" + differing(state, i), Given.SESSION));
    }

    /** A state that its own client would refuse must not be handed out. */
    @Test
    void aStateThatWouldBeTooLongIsNotCreated() {
        URI redirect = URI.create("https://app.example/" + "x".repeat(4000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(KEY).authorizationUri(request().withRedirectUri(redirect)))
                .withMessageContaining("redirectUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&state=x", "&code=x", "&error=1&error=2", "&%73tate=x"})
    void aRepeatedParameterOfOursIsRefused(String more) {
        assertRefused(client(KEY), callback(client(KEY)) + more, Given.SESSION);
    }

    private static String withAnotherRedirect(String state) {
        return rewritten(state, payload -> payload.replace("app.example", "eve.example"));
    }

    private static String withALaterExpiry(String state) {
        return rewritten(state, payload -> "9" + payload);
    }

    private static String rewritten(String state, UnaryOperator<String> change) {
        String[] halves = state.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(halves[0]), StandardCharsets.UTF_8);
        assertThat(change.apply(payload)).isNotEqualTo(payload);
        byte[] changed = change.apply(payload).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + '.' + halves[1];
    }

    private static String differing(String state, int at) {
        char other = state.charAt(at) == 'A' ? 'B' : 'A';
        return state.substring(0, at) + other + state.substring(at + 1);
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    private GloebitClient client(byte[] newest, byte[]... older) {
        return gloebit.client(settings -> settings.signingKey(newest, older).clock(clock));
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.forSession(Given.SESSION);
    }

    private static String callback(GloebitClient client) {
        return SampleCall.callback(client);
    }

    private static void assertAccepted(GloebitClient one, GloebitClient other) {
        URI login = one.authorizationUri(request());
        Credential credential = other.exchange(
                        "?code=" + Given.CODE + "&state=" + SampleCall.state(login), Given.SESSION)
                .block(Given.PATIENCE);
        assertThat(credential).isNotNull().extracting(Credential::accessToken).isEqualTo(Given.TOKEN);
    }

    private void assertRefused(GloebitClient client, String query, String session) {
        CrossSiteStateException told = Failures.of(client.exchange(query, session), CrossSiteStateException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(gloebit.requests()).isZero();
    }
}
