package com.gloebit.reactive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.internal.json.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentsTest {
    @ParameterizedTest
    @MethodSource
    void membersWithHalfACharacterAreRefusedWithThePlace(String place, Map<String, ?> given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> com.gloebit.reactive.internal.Arguments.members("members", given))
                .withMessage(place + "; none is allowed");
    }

    static Stream<Arguments> membersWithHalfACharacterAreRefusedWithThePlace() {
        return Stream.of(
                Arguments.of("members.bio has half a character at index 4", Map.of("bio", "Ada \uD83D")),
                Arguments.of("members.bio has half a character at index 0", Map.of("bio", "\uDD25\uD83D")),
                Arguments.of("members.bio has half a character at index 2", Map.of("bio", "\uD83D\uDD25\uD83Dx")),
                Arguments.of(
                        "members.skills[2].name has half a character at index 0", skills(Map.of("name", "\uDC00"))),
                Arguments.of(
                        "members.skills[2] has a member whose name has half a character at index 1",
                        skills(Map.of("n\uD800", 1))),
                Arguments.of("members has a member whose name has half a character at index 0", Map.of("\uD800", 1)));
    }

    @Test
    void membersOfWholeCharactersAreAccepted() {
        Map<String, ?> given = skills(Map.of("\uD83D\uDD25", "x\uD83D\uDD25\uFFFF"));

        assertThat(com.gloebit.reactive.internal.Arguments.members("members", given))
                .isEqualTo(given);
    }

    /** A server may have such text: what is read is kept as it is. */
    @Test
    void valuesMayHoldHalfACharacter() {
        assertThat(JsonValues.copy("members", skills("\uDC00"))).isEqualTo(skills("\uDC00"));
    }

    private static Map<String, ?> skills(Object third) {
        return Map.of("skills", List.of("run", List.of(), third));
    }
}
