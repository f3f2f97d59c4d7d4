package com.gloebit.simulator.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirect URIs on any loopback port, and prefixes that are added after the start. */
class RedirectsTest extends SimulatorTest {
    private static final String SECRET = "loopback-secret-0123";

    RedirectsTest() {
        super(Fixture.builder()
                .application(Application.of(
                                "loopback-key",
                                SECRET,
                                URI.create("http://127.0.0.1/app/"),
                                URI.create("http://[::1]:4000/app/"),
                                URI.create("http://localhost:3000/app/"),
                                URI.create("https://shop.example/app/"))
                        .withAnyLoopbackPort(true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:49152/app/callback",
                "http://127.0.0.1/app/callback",
                "http://[::1]:49152/app/callback",
                "http://LOCALHOST:8080/app/callback",
                "https://shop.example/app/callback"
            })
    void anyLoopbackPortIsAccepted(String redirectUri) {
        assertThat(open("loopback-key", redirectUri)).isEqualTo(200);
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:49152/other/callback",
                "http://127.0.0.2:49152/app/callback",
                "https://127.0.0.1:49152/app/callback",
                "http://127.0.0.1.evil.example:49152/app/callback",
                "http://127.0.0.1:49152@evil.example/app/callback",
                "https://shop.example:49152/app/callback"
            })
    void otherPartsOfTheUriAreStillCompared(String redirectUri) {
        assertThat(open("loopback-key", redirectUri)).isEqualTo(400);
        assertThat(simulator.violations()).singleElement().asString().contains("redirect_uri");
    }

    @Test
    void anotherPortIsRefusedByDefault() {
        assertThat(open(Fixture.KEY, "http://127.0.0.1:49152/callback")).isEqualTo(400);
        assertThat(simulator.violations()).hasSize(1);
    }

    @Test
    void holdUrlsMayHaveAnyLoopbackPort() {
        Map<String, Object> body = Fixture.item("order-1", 5);
        body.put("application-key", "loopback-key");
        body.put("asset-consume-hold-url", "http://127.0.0.1:49152/app/consume");

        assertThat(client.postJson("/transact", simulator.issueToken("loopback-key", "ada", "transact"), body)
                        .get("success")
                        .booleanValue())
                .isTrue();
        assertNoViolation();
    }

    @Test
    void prefixAddedAfterTheStartIsAccepted() {
        simulator.allowRedirect(Fixture.KEY, URI.create("http://127.0.0.1:49152/"));

        assertThat(open(Fixture.KEY, "http://127.0.0.1:49152/callback")).isEqualTo(200);
        assertThat(open(Fixture.KEY, Fixture.REDIRECT))
                .as("the one from before")
                .isEqualTo(200);
        assertNoViolation();
        assertThat(open("other-key", "http://127.0.0.1:49152/callback"))
                .as("another application's")
                .isEqualTo(400);
    }

    @Test
    void relativePrefixIsRefused() {
        assertThatThrownBy(() -> simulator.allowRedirect(Fixture.KEY, URI.create("/callback")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix holds /callback; an absolute URI");
        assertThatThrownBy(() -> simulator.allowRedirect("nobody", URI.create("http://127.0.0.1/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("applicationKey is nobody; known are");
    }

    private int open(String key, String redirectUri) {
        return new Browser(client)
                .open(Map.of("client_id", key, "scope", "user", "redirect_uri", redirectUri, "response_type", "code"))
                .statusCode();
    }
}
