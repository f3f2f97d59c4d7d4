package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** https, and what it takes to trust it. */
class TlsTest extends SimulatorTest {
    TlsTest() {
        super(Fixture.builder().tls());
    }

    @Test
    void aClientThatTrustsOnlyTheCertificateIsServed() throws Exception {
        HttpClient trusting = HttpClient.newBuilder()
                .sslContext(simulator.certificate().sslContext())
                .connectTimeout(TestClient.LIMIT)
                .build();

        assertThat(simulator.baseUri()).hasScheme("https").hasHost("127.0.0.1");
        assertThat(balance(trusting, simulator.baseUri()).body()).contains("\"balance\":100");
        URI byName = URI.create("https://localhost:" + simulator.baseUri().getPort() + "/");
        assertThat(balance(trusting, byName).statusCode()).isEqualTo(200);
        assertNoViolation();
    }

    @Test
    void aClientWithTheUsualTrustRefuses() {
        HttpClient suspicious =
                HttpClient.newBuilder().connectTimeout(TestClient.LIMIT).build();

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> balance(suspicious, simulator.baseUri()))
                .withStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void trustInAnotherSimulatorIsNoTrust() {
        try (GloebitSimulator other = Fixture.builder().tls().start()) {
            HttpClient mistaken = HttpClient.newBuilder()
                    .sslContext(other.certificate().sslContext())
                    .connectTimeout(TestClient.LIMIT)
                    .build();

            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> balance(mistaken, simulator.baseUri()));
        }
    }

    @Test
    void plainHttpIsNotServed() {
        URI plain = URI.create("http://127.0.0.1:" + simulator.baseUri().getPort() + "/");
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TestClient.LIMIT)
                .build();

        assertThatThrownBy(() -> balance(client, plain)).isInstanceOf(IOException.class);
    }

    @Test
    void theCertificateNamesTheHostAndIsValidNow() throws Exception {
        X509Certificate certificate = simulator.certificate().x509();

        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(certificate.getBasicConstraints()).as("an authority").isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        certificate.checkValidity();
        certificate.checkValidity(Date.from(Instant.now().plusSeconds(300 * 86_400)));
        assertThat(certificate.getSerialNumber()).isPositive();
    }

    @Test
    void thePemIsTheCertificate() throws Exception {
        String pem = simulator.certificate().pem();

        assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("\n-----END CERTIFICATE-----\n");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(simulator.certificate().x509());
    }

    @Test
    void withoutTlsThereIsNoCertificate() {
        try (GloebitSimulator plain = Fixture.builder().start()) {
            assertThatThrownBy(plain::certificate)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tls()");
        }
    }

    private HttpResponse<String> balance(HttpClient http, URI base) throws Exception {
        return http.send(
                HttpRequest.newBuilder(base.resolve("balance"))
                        .timeout(TestClient.LIMIT)
                        .header("Authorization", "Bearer " + token())
                        .build(),
                BodyHandlers.ofString());
    }
}
