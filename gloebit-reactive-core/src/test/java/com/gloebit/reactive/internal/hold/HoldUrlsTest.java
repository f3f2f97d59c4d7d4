package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldUrlsTest {
    private static final URI BASE = URI.create("https://app.example/gloebit/holds");
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY = key(1);
    private static final TransactionId ID = TransactionId.of("order-1");

    private final HoldUrls urls = new HoldUrls(BASE, null, new Signer(List.of(KEY)));

    @ParameterizedTest
    @EnumSource
    void aUrlIsReadAsItsIdAndStep(HoldStep step) {
        assertThat(urls.parse(urls.uri(ID, step))).isEqualTo(new HoldUrls.Callback(step, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "50% off", "\uD83D\uDD25", "a b?c#d", "x"})
    void aUrlHoldsAnyId(String text) {
        URI uri = urls.uri(TransactionId.of(text), HoldStep.CONSUME);

        assertThat(urls.parse(uri)).isEqualTo(new HoldUrls.Callback(HoldStep.CONSUME, TransactionId.of(text)));
        assertThat(uri.toString())
                .matches("https://app\\.example/gloebit/holds/consume/[A-Za-z0-9_-]+/[A-Za-z0-9_-]{43}");
    }

    /** Whatever the base is like: what Gloebit is given has to be known again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "https://app.example/",
                "https://app.example/a/../holds",
                "https://app.example/./holds/",
                "https://app.example//holds",
                "https://app.example/a//b",
                "https://app.example/a%20b/%2F",
                "https://app.example/\u00e4/holds",
                "HTTPS://APP.example:8443/holds",
                "http://[::1]:8080/holds"
            })
    void aUrlIsRecognizedUnderAnyBase(String base) {
        HoldUrls own = new HoldUrls(URI.create(base), null, new Signer(List.of(KEY)));
        URI uri = URI.create(own.uri(ID, HoldStep.ENACT).toASCIIString());

        assertThat(own.parse(uri)).isEqualTo(new HoldUrls.Callback(HoldStep.ENACT, ID));
        assertThat(own.parse(URI.create(uri.getRawPath()))).isEqualTo(new HoldUrls.Callback(HoldStep.ENACT, ID));
    }

    /** Whatever a proxy made of the path, if the settings say so. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/holds", "/holds/", "/a/../holds", "/a%20b/%2F", "/\u00e4"})
    void aUrlIsRecognizedUnderTheServersPath(String serverPath) {
        HoldUrls own = new HoldUrls(BASE, serverPath, new Signer(List.of(KEY)));
        URI called = own.uri(ID, HoldStep.ENACT);
        String rest = called.toString().substring(BASE.toString().length() + 1);

        assertThat(called).hasToString(urls.uri(ID, HoldStep.ENACT).toString());
        assertThat(own.parse(URI.create(own.path() + rest))).isEqualTo(new HoldUrls.Callback(HoldStep.ENACT, ID));
        assertThat(own.parse(called))
                .as("what no longer has the stripped prefix")
                .isNull();
    }

    @Test
    void aUrlIsRecognizedUnderALongBase() {
        HoldUrls own =
                new HoldUrls(URI.create("https://app.example/" + "a".repeat(3000)), null, new Signer(List.of(KEY)));

        assertThat(own.parse(own.uri(ID, HoldStep.ENACT))).isNotNull();
    }

    /** Bytes that are no text are read as U+FFFD, and so would be another spelling of it. */
    @Test
    void anotherSpellingOfTheIdIsRefused() {
        String path = urls.uri(TransactionId.of("\uFFFD"), HoldStep.ENACT).getRawPath();
        assertThat(path).contains("/77-9/");

        assertThat(urls.parse(URI.create(path.replace("/77-9/", "/_w/")))).isNull();
    }

    /** What is signed for something else says nothing here. */
    @Test
    void aSignatureForAnotherPurposeIsRefused() {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();
        byte[] state = new Signer(List.of(KEY)).sign("another purpose", HoldStep.ENACT.text(), ID.value());
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(state);

        assertThat(urls.parse(URI.create(path.substring(0, path.lastIndexOf('/') + 1) + signature)))
                .isNull();
    }

    @Test
    void theTextOfAUrlHasNoIdAndNoSignature() {
        assertThat(urls).hasToString("HoldUrls[https://app.example/gloebit/holds/]");
    }

    /** The host is the proxy's business. */
    @Test
    void aUrlIsRecognizedByItsPathAlone() {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();

        assertThat(urls.parse(URI.create(path))).isNotNull();
        assertThat(urls.parse(URI.create("http://10.0.0.1:8080" + path))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/enact/, /consume/",
        "b3JkZXItMQ, b3JkZXItMg",
        "/gloebit/holds/, /",
        "/gloebit/holds/, /gloebit/holds//",
        "/enact/, /ENACT/",
        "/enact/, /../holds/enact/"
    })
    void anyChangeOfAUrlIsRefused(String part, String other) {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();
        assertThat(path).contains(part);

        assertThat(urls.parse(URI.create(path.replace(part, other)))).isNull();
    }

    @Test
    void aShorterOrLongerSignatureIsRefused() {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();

        for (int cut = 1; cut <= 43; cut++) {
            assertThat(urls.parse(URI.create(path.substring(0, path.length() - cut))))
                    .isNull();
        }
        for (String tail : List.of("A", "=", "/", "?", "?x=1", "%20", "//")) {
            assertThat(urls.parse(URI.create(path + tail))).as(tail).isNull();
        }
    }

    @Test
    void anotherSpellingOfTheSignatureIsRefused() {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();
        char last = path.charAt(path.length() - 1);
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (c != last) {
                assertThat(urls.parse(URI.create(path.substring(0, path.length() - 1) + c)))
                        .isNull();
            }
        }
    }

    @Test
    void aUrlOfARetiredKeyIsAcceptedWhileTheKeyIs() {
        URI old = urls.uri(ID, HoldStep.ENACT);

        assertThat(new HoldUrls(BASE, null, new Signer(List.of(OTHER_KEY, KEY))).parse(old))
                .isNotNull();
        assertThat(new HoldUrls(BASE, null, new Signer(List.of(OTHER_KEY))).parse(old))
                .isNull();
    }

    private static byte[] key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }
}
