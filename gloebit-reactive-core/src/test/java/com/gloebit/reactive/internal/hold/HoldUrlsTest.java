package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.internal.Signer;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.util.Arrays;
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

    private final HoldUrls urls = new HoldUrls(BASE, new Signer(List.of(KEY)));

    @ParameterizedTest
    @EnumSource
    void sayWhatTheyAreAbout(HoldStep step) {
        assertThat(urls.parse(urls.uri(ID, step))).isEqualTo(new HoldUrls.Callback(step, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "50% off", "\uD83D\uDD25", "a b?c#d", "x"})
    void holdAnyId(String text) {
        URI uri = urls.uri(TransactionId.of(text), HoldStep.CONSUME);

        assertThat(urls.parse(uri)).isEqualTo(new HoldUrls.Callback(HoldStep.CONSUME, TransactionId.of(text)));
        assertThat(uri.toString())
                .matches("https://app\\.example/gloebit/holds/consume/[A-Za-z0-9_-]+/[A-Za-z0-9_-]{43}");
    }

    /** The host is the proxy's business. */
    @Test
    void areToldByTheirPath() {
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
    void areForgedByAnyChange(String part, String other) {
        String path = urls.uri(ID, HoldStep.ENACT).getRawPath();
        assertThat(path).contains(part);

        assertThat(urls.parse(URI.create(path.replace(part, other)))).isNull();
    }

    @Test
    void areForgedByEveryShorterOrLongerSignature() {
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
    void areForgedByEachOtherSpellingOfTheSignature() {
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
    void outliveAKeyThatIsStillAccepted() {
        URI old = urls.uri(ID, HoldStep.ENACT);

        assertThat(new HoldUrls(BASE, new Signer(List.of(OTHER_KEY, KEY))).parse(old))
                .isNotNull();
        assertThat(new HoldUrls(BASE, new Signer(List.of(OTHER_KEY))).parse(old))
                .isNull();
    }

    private static byte[] key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }
}
