package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who knows one callback URL, of a transaction of his own, and wants goods that he did not pay.
 *
 * <p>Elsewhere: every other spelling, length and purpose of a signature ({@code internal.hold.HoldUrlsTest}), and what a
 * forger is told ({@code CallbackTest}, {@code HoldRoutesTest}).
 */
class ForgedCallbackTest {
    private static final TransactionId OTHER = TransactionId.of("order-2");

    private final CallbackReceiver app = new CallbackReceiver();

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    static Stream<Arguments> steps() {
        return Stream.of(HoldStep.values())
                .flatMap(known -> Stream.of(HoldStep.values()).map(wanted -> Arguments.of(known, wanted)));
    }

    /** Both transactions are known, so that only the signature stands between. */
    @ParameterizedTest
    @MethodSource("steps")
    void aSignatureOfAnotherTransactionRunsNoHandler(HoldStep known, HoldStep wanted) {
        app.bought(OTHER);

        assertRefused(with(signatureOf(OTHER, known), CallbackReceiver.ID, wanted));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aSignatureOfAnotherStepRunsNoHandler(HoldStep known, HoldStep wanted) {
        if (known != wanted) {
            assertRefused(with(signatureOf(CallbackReceiver.ID, known), CallbackReceiver.ID, wanted));
        } else {
            assertThat(with(signatureOf(CallbackReceiver.ID, known), CallbackReceiver.ID, wanted))
                    .isEqualTo(app.gloebit.holds().callbackUri(CallbackReceiver.ID, wanted));
        }
    }

    private String signatureOf(TransactionId id, HoldStep step) {
        String path = app.gloebit.holds().callbackUri(id, step).getRawPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private URI with(String signature, TransactionId id, HoldStep step) {
        String uri = app.gloebit.holds().callbackUri(id, step).toString();
        return URI.create(uri.substring(0, uri.lastIndexOf('/') + 1) + signature);
    }

    private void assertRefused(URI forged) {
        HoldAnswer answer =
                Objects.requireNonNull(app.gloebit.holds().answer(forged).block(Given.PATIENCE));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(app.ran).isEmpty();
    }
}
