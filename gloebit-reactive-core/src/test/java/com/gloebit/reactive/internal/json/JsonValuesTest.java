package com.gloebit.reactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored has to be readable: an answer that holds it would otherwise hide everything beside it. */
class JsonValuesTest {
    @ParameterizedTest
    @MethodSource("large")
    void anAcceptedValueIsReadBackUnchanged(Map<String, ?> given) {
        Map<String, @Nullable Object> taken = JsonValues.copy("members", given);
        byte[] bytes = JsonWriter.object(json -> json.object("character", taken));

        Map<String, @Nullable Object> read =
                JsonObject.parse(bytes, bytes.length).object("character").members();

        assertThat(read.keySet()).isEqualTo(taken.keySet());
        read.forEach((name, value) -> {
            if (value instanceof BigDecimal number) {
                assertThat(number).isEqualByComparingTo((BigDecimal) taken.get(name));
            } else {
                assertThat(value).isEqualTo(taken.get(name));
            }
        });
    }

    static Stream<Map<String, ?>> large() {
        return Stream.of(
                Map.of("a", new BigDecimal("1E+999")),
                Map.of("a", new BigDecimal("-1E-1000")),
                Map.of("a", new BigDecimal(BigInteger.TEN.pow(1000).subtract(BigInteger.ONE), 1000)),
                Map.of(
                        "a",
                        new BigDecimal(
                                BigInteger.TEN.pow(500).subtract(BigInteger.ONE).negate(), -500)),
                Map.of("\u20ac".repeat(1024), 1),
                Map.of("a", "\u20ac".repeat(1 << 20)),
                nested(27));
    }

    @Test
    void aValueThatCouldNotBeReadBackIsRefused() {
        refused("members", Map.of("x".repeat(1025), 1));
        refused("members.a", Map.of("a", "x".repeat((1 << 20) + 1)));
        refused("members.a", Map.of("a", new BigDecimal("1E+1000")));
        refused("members.a", Map.of("a", Double.NaN));
        refused("members.a", nested(28));
    }

    private static void refused(String argument, Map<String, ?> given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copy("members", given))
                .withMessageStartingWith(argument);
    }

    private static Map<String, ?> nested(int depth) {
        return Map.of(
                "a",
                Stream.iterate((Object) "leaf", List::of)
                        .skip(depth)
                        .findFirst()
                        .orElseThrow());
    }
}
