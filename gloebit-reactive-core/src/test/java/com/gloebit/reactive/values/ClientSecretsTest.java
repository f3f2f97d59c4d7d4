package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gloebit.reactive.authorization.ClientSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"web", "installed"})
    void clientSecretsAreReadFromEitherKindOfFile(String kind, @TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("client_secrets.json"),
                "{\"" + kind + "\":{\"client_id\":\"k\",\"client_secret\":\"s\",\"auth_uri\":\"https://a.example/\","
                        + "\"redirect_uris\":[\"https://app.example/back\",\"https://app.example/2\"]}}");

        ClientSecrets secrets = ClientSecrets.fromFile(file);

        assertThat(secrets.key()).isEqualTo("k");
        assertThat(secrets.secret()).isEqualTo("s");
        assertThat(secrets.redirectUri()).isEqualTo(URI.create("https://app.example/back"));
    }

    @Test
    void clientSecretsNeedNoRedirectUri() {
        String json = "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"s\",\"redirect_uris\":[]}}";

        assertThat(ClientSecrets.fromJson(json).redirectUri()).isNull();
    }

    @Test
    void clientSecretsAreReadFromTheEnvironment() {
        ClientSecrets secrets = ClientSecrets.fromEnvironment(Map.of("GLOEBIT_KEY", "k", "GLOEBIT_SECRET", "s"));

        assertThat(secrets.key()).isEqualTo("k");
        assertThat(secrets.secret()).isEqualTo("s");
        assertThat(secrets.isConfidential()).isTrue();
    }

    /** A secret that is not set must not make a public client of a confidential one. */
    @Test
    void anIncompleteEnvironmentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSecrets.fromEnvironment(Map.of("GLOEBIT_KEY", "k")))
                .withMessage("GLOEBIT_SECRET is not set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSecrets.fromEnvironment(Map.of("GLOEBIT_KEY", "", "GLOEBIT_SECRET", "s")))
                .withMessage("GLOEBIT_KEY is not set");
    }

    @Test
    void anInvalidEnvironmentIsRefusedWithoutItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ClientSecrets.fromEnvironment(Map.of("GLOEBIT_KEY", "k", "GLOEBIT_SECRET", "two words")))
                .withMessageContaining("GLOEBIT_SECRET has 9 characters")
                .withMessageNotContaining("two words");
    }

    @Test
    void aPublicClientHasAKeyAlone() {
        ClientSecrets secrets = ClientSecrets.ofPublicClient("k");

        assertThat(secrets.key()).isEqualTo("k");
        assertThat(secrets.isConfidential()).isFalse();
        assertThatIllegalStateException().isThrownBy(secrets::secret).withMessageContaining("public client");
    }
}
