package com.gloebit.reactive.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.uri.QueryString;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {
    private static final int LONGEST = 16 * 1024;

    private static final Set<String> OURS = Set.of("a", "b");

    @Test
    void aQueryIsReadWithOrWithoutItsQuestionMark() {
        Map<String, String> both = Map.of("a", "1 2", "b", "");

        assertThat(read("a=1%202&b")).isEqualTo(both);
        assertThat(read("?a=1+2&b=")).isEqualTo(both);
        assertThat(read("#a=1+2&b=")).isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?&a=1&&b=2", "a=1&b=2&", "&&&a=1&b=2&&", "#&b=2&a=1"})
    void aQueryMayHaveEmptyParts(String query) {
        assertThat(read(query)).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm=1&a=1&utm=2",
                "a=1&x=%",
                "a=1&x=%zz&x=%zz",
                "%zz=1&a=1",
                "%=1&a=1&%=2",
                "=v&a=1&=w",
                "x=%ff&a=1",
                "a%=2&a=1",
                "A=2&a=1&A=3",
                "x=\uD800&a=1"
            })
    void foreignParametersAreIgnored(String query) {
        assertThat(read(query)).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void aQueryBeyondTheMaximumLengthIsRefused() {
        assertThat(read("a=" + "b".repeat(LONGEST - 2))).containsOnlyKeys("a");
        assertThat(read("a=" + "b".repeat(LONGEST - 1))).isNull();
    }

    /** The last bytes are no UTF-8, or no text: nothing else may be made of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&a=2",
                "a=1&a=1",
                "a&a",
                "a=1&%61=2",
                "a=1&a=%",
                "a=%",
                "a=%zz",
                "a=%2",
                "a=%ff",
                "a=%ED%A0%80",
                "a=\uD800",
                "b=1&a=\uDC00x"
            })
    void anAmbiguousOrUndecodableParameterOfOursIsRefused(String query) {
        assertThat(read(query)).isNull();
    }

    private static @Nullable Map<String, String> read(String query) {
        return QueryString.parse(query, OURS);
    }
}
