package com.gloebit.simulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** https, and trust in the certificate. */
class TlsTest extends SimulatorTest {
    TlsTest() {
        super(Fixture.builder().tls());
    }

    @Test
    void clientThatTrustsOnlyTheCertificateIsServed() throws Exception {
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
    void clientWithDefaultTrustRefusesTheCertificate() {
        HttpClient suspicious =
                HttpClient.newBuilder().connectTimeout(TestClient.LIMIT).build();

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> balance(suspicious, simulator.baseUri()))
                .withStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void certificateOfAnotherSimulatorIsNotTrusted() {
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
    void plainHttpIsNotServedWithTls() {
        URI plain = URI.create("http://127.0.0.1:" + simulator.baseUri().getPort() + "/");
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TestClient.LIMIT)
                .build();

        assertThatThrownBy(() -> balance(client, plain)).isInstanceOf(IOException.class);
    }

    @Test
    void certificateNamesTheHostAndIsValidNow() throws Exception {
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

    /** RFC 5280, 4.1.2.5: strict clients refuse a four-digit year before 2050. */
    @Test
    void yearDeterminesTheTypeOfATime() throws Exception {
        byte utcTime = 0x17;
        byte generalizedTime = 0x18;

        assertThat(typesOfTimes("2026-01-01T00:00:00Z")).containsExactly(utcTime, utcTime);
        assertThat(typesOfTimes("2049-06-01T00:00:00Z")).containsExactly(utcTime, generalizedTime);
        assertThat(typesOfTimes("2050-06-01T00:00:00Z")).containsExactly(generalizedTime, generalizedTime);
    }

    private static byte[] typesOfTimes(String now) throws Exception {
        X509Certificate certificate =
                SelfSignedCertificate.create(Instant.parse(now)).certificate();
        String encoded = new String(certificate.getTBSCertificate(), StandardCharsets.ISO_8859_1);
        return new byte[] {typeOf(certificate.getNotBefore(), encoded), typeOf(certificate.getNotAfter(), encoded)};
    }

    /** Before a time stand its length and, before that, its type; a two-digit year is the end of a four-digit one. */
    private static byte typeOf(Date time, String encoded) {
        String text = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time.toInstant());
        int at = encoded.indexOf(text);
        assertThat(at).isPositive();
        int century = Character.isDigit(encoded.charAt(at - 1)) ? 2 : 0;
        return (byte) encoded.charAt(at - century - 2);
    }

    @Test
    void pemContainsTheCertificate() throws Exception {
        String pem = simulator.certificate().pem();

        assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("\n-----END CERTIFICATE-----\n");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(simulator.certificate().x509());
    }

    @Test
    void certificateFailsWithoutTls() {
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
