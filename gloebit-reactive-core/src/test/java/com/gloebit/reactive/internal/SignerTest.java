package com.gloebit.reactive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.application.Signer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignerTest {
    private final Signer signer = new Signer(List.of(new byte[32]));

    /** Parts that run together are other parts. */
    @Test
    void theSignatureCoversWhereEachPartEnds() {
        byte[] signature = signer.sign("purpose", "ab", "c");

        assertThat(signer.verify(signature, "purpose", "ab", "c")).isTrue();
        assertThat(signer.verify(signature, "purpose", "a", "bc")).isFalse();
        assertThat(signer.verify(signature, "purposeab", "c")).isFalse();
        assertThat(signer.verify(signature, "purpose", "ab", "c", "")).isFalse();
    }

    @Test
    void theTextOfASignerHasNoKey() {
        assertThat(signer).hasToString("Signer[redacted]");
    }
}
