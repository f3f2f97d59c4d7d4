package com.gloebit.reactive.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {
    private static final int LONGEST = 16 * 1024;

    @Test
    void isReadWithOrWithoutAMark() {
        Map<String, String> both = Map.of("a", "1 2", "b", "");

        assertThat(QueryString.parse("a=1%202&b")).isEqualTo(both);
        assertThat(QueryString.parse("?a=1+2&b=")).isEqualTo(both);
        assertThat(QueryString.parse("#a=1+2&b=")).isEqualTo(both);
    }

    @Test
    void mayHaveAParameterWithoutAName() {
        assertThat(QueryString.parse("=v")).isEqualTo(Map.of("", "v"));
    }

    @Test
    void hasABound() {
        assertThat(QueryString.parse("a=" + "b".repeat(LONGEST - 2))).containsOnlyKeys("a");
        assertThat(QueryString.parse("a=" + "b".repeat(LONGEST - 1))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%", "a=%zz", "%zz=1", "a=1&%61=2"})
    void isNoneIfItIsAmbiguousOrWronglyEscaped(String query) {
        assertThat(QueryString.parse(query)).isNull();
    }
}
