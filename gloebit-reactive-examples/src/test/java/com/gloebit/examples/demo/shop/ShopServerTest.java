package com.gloebit.examples.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.browser.Page;
import com.gloebit.examples.demo.browser.ScriptedBrowser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ShopServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedBrowser browser = new ScriptedBrowser();

    /** Of a service that is not there. */
    private final GloebitClient gloebit = GloebitClient.builder(ClientSecrets.of(Shop.KEY, "s3cret"))
            .environment(GloebitEnvironment.custom(URI.create("http://127.0.0.1:1/")))
            .redirectUri(URI.create("http://127.0.0.1/callback"))
            .build();

    @AfterEach
    void close() {
        gloebit.dispose();
    }

    @Test
    void takesOnlyTheBrowserBackThatItSent() {
        String state = gloebit.authorizationUri(AuthorizationRequest.forSession("of-ada"))
                .getRawQuery()
                .replaceFirst(".*(state=[^&]+).*", "$1");

        assertThat(status(server -> back(server, state, "of-mallory"))).isEqualTo("HTTP 403");
        assertThat(status(server -> back(server, state, "of-ada")))
                .as("exchanges the code, at a service that is not there")
                .isEqualTo("HTTP 502");
    }

    private Mono<Page> back(ShopServer server, String state, String session) {
        server.takeBrowsersBack(gloebit);
        return browser.openWithCookie(URI.create(server.callback() + "?code=c&" + state), ShopServer.SESSION, session);
    }

    @Test
    void answersNothingElse() {
        assertThat(status(server -> browser.open(server.holds()))).isEqualTo("HTTP 404");
    }

    private static @Nullable String status(Function<ShopServer, Mono<Page>> visit) {
        return ShopServer.during(server ->
                        visit.apply(server).map(page -> "HTTP " + page.status()).flux())
                .blockLast(PATIENCE);
    }
}
