package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gloebit.example/",
                "HTTP://gloebit.example/",
                "http://10.0.0.1/",
                "http://localhost.gloebit.example/",
                "http://127.0.0.1.gloebit.example/",
                "http://0.0.0.0/"
            })
    void plainHttpIsForLoopbackOnly(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GloebitEnvironment.custom(URI.create(uri)))
                .withMessageContaining("baseUri")
                .withMessageContaining("loopback");
        assertThat(GloebitEnvironment.insecure(URI.create(uri)).baseUri()).isEqualTo(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "gloebit.example",
                "ftp://gloebit.example/",
                "https:///path",
                "https://ada@gloebit.example/",
                "https://gloebit.example/#a",
                "https://gloebit.example/?a=b",
                "mailto:ada@gloebit.example"
            })
    void aUriThatIsNotPlainAndAbsoluteIsRefused(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GloebitEnvironment.custom(URI.create(uri)))
                .withMessageContaining("baseUri");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GloebitEnvironment.insecure(URI.create(uri)))
                .withMessageContaining("baseUri");
    }

    @ParameterizedTest
    @CsvSource({
        "https://gloebit.example, https://gloebit.example/",
        "https://gloebit.example/api, https://gloebit.example/api/",
        "https://gloebit.example/api/, https://gloebit.example/api/",
        "http://localhost:8080, http://localhost:8080/",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/",
        "http://[::1]:8080, http://[::1]:8080/"
    })
    void aBaseUriEndsWithASlash(String given, String base) {
        assertThat(GloebitEnvironment.custom(URI.create(given)).baseUri()).isEqualTo(URI.create(base));
    }

    @Test
    void aSettingIsAnEnvironmentsNameOrItsBaseUri() {
        assertThat(GloebitEnvironment.of("production")).isSameAs(GloebitEnvironment.PRODUCTION);
        assertThat(GloebitEnvironment.of("sandbox")).isSameAs(GloebitEnvironment.SANDBOX);
        assertThat(GloebitEnvironment.of("http://127.0.0.1:8090")).hasToString("custom (http://127.0.0.1:8090/)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Sandbox", "live", "/api", "ftp://gloebit.example/", "https:// /", "http://gloebit.example/"
            })
    void aSettingThatNamesNoEnvironmentIsRefused(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GloebitEnvironment.of(setting))
                .withMessageContaining(setting);
    }

    @Test
    void theKnownEnvironmentsUseHttps() {
        assertThat(GloebitEnvironment.PRODUCTION.baseUri()).isEqualTo(URI.create("https://www.gloebit.com/"));
        assertThat(GloebitEnvironment.SANDBOX.baseUri()).isEqualTo(URI.create("https://sandbox.gloebit.com/"));
        assertThat(GloebitEnvironment.PRODUCTION.name()).isEqualTo("production");
        assertThat(GloebitEnvironment.SANDBOX.name()).isEqualTo("sandbox");
    }
}
