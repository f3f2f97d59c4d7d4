package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.ClientSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"web", "installed"})
    void areReadFromEitherKindOfFile(String kind, @TempDir Path dir) throws IOException {
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
    void needNoRedirectUri() {
        String json = "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"s\",\"redirect_uris\":[]}}";

        assertThat(ClientSecrets.fromJson(json).redirectUri()).isNull();
    }
}
