package com.gloebit.simulator.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorProcess;
import com.gloebit.simulator.support.TestClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process. */
class ProgramTest {
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final String REDIRECT = "http://localhost:8080/callback";

    @Test
    void programServesItsAccountsAndEndsOnSigterm() throws Exception {
        try (SimulatorProcess program = SimulatorProcess.start("--port", "0", "--account", "zoe:12.5")) {
            TestClient client = new TestClient(program.uri("Base URI"));

            assertThat(client.send(client.request(program.uri("Status page").getPath())
                                    .GET())
                            .body())
                    .contains("<td>zoe</td><td class=\"number\">12.5</td>", "<td>test-application</td>");
            assertThat(client.get("/balance", token(client)).get("balance").decimalValue())
                    .isEqualByComparingTo("12.5");
            assertThat(program.lines()).noneMatch(line -> line.contains("s3cr3t"));
            assertThat(program.terminate()).isEqualTo(ENDED_BY_SIGTERM);
            assertThatThrownBy(() -> client.trySend(client.request("/status").GET()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatTrustsTheWrittenCertificateIsServed(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("service.pem");
        try (SimulatorProcess program = SimulatorProcess.start("--tls", "--certificate", file.toString())) {
            URI status = program.uri("Status page");
            HttpClient http = HttpClient.newBuilder()
                    .sslContext(trusting(file))
                    .connectTimeout(TestClient.LIMIT)
                    .build();

            assertThat(status).hasScheme("https");
            assertThat(http.send(
                                    HttpRequest.newBuilder(status)
                                            .timeout(TestClient.LIMIT)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("<td>ada</td>");
        }
    }

    /** Neither JUnit nor anything else that a module of a user's would not have is needed. */
    @Test
    void programRunsAsAModule() throws Exception {
        try (SimulatorProcess program = SimulatorProcess.startAsModule()) {
            TestClient client = new TestClient(program.uri("Base URI"));

            assertThat(client.send(client.request("/status").GET()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void programEndsWithAMessageIfThePortIsInUse() throws Exception {
        try (GloebitSimulator first = Fixture.builder().start();
                SimulatorProcess program = SimulatorProcess.start(
                        "--port", String.valueOf(first.baseUri().getPort()))) {
            assertThat(program.lines()).singleElement().asString().startsWith("simulator: cannot start: ");
            assertThat(program.exitStatus()).isEqualTo(1);
        }
    }

    private static String token(TestClient client) {
        Map<String, String> authorize = Map.of(
                "client_id", "test-application",
                "scope", "balance",
                "redirect_uri", REDIRECT,
                "response_type", "code");
        URI location = new Browser(client).approve(authorize, "zoe", "zoe");
        return TestClient.json(client.send(client.request("/oauth2/access-token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(TestClient.form(Map.of(
                                "client_id", "test-application",
                                "client_secret", "s3cr3t",
                                "grant_type", "authorization_code",
                                "scope", "balance",
                                "redirect_uri", REDIRECT,
                                "code", Browser.parameter(location, "code")))))))
                .get("access_token")
                .stringValue();
    }

    private static SSLContext trusting(Path file) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            trusted.setCertificateEntry(
                    "file", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
