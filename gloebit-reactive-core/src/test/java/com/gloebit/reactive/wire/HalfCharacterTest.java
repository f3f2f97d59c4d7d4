package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Half a surrogate pair, which JSON can escape and UTF-8 cannot carry, in what another program stored. */
class HalfCharacterTest {
    private static final String STORED = "{\"id\":\"" + Given.CHARACTER
            + "\",\"name\":\"Ada\",\"skills\":[\"run\",{\"of\":" + "\"cut \\ud83d\"}],\"bio\":\"\\udd25!\"}";

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void halfACharacterInAStoredCharacterIsRefusedWithItsPlaceWhenSent() {
        gloebit.expect(
                ExpectedRequest.get("/get-characters").answers("{\"success\":true,\"characters\":[" + STORED + "]}"));

        StoredCharacter stored =
                Objects.requireNonNull(gloebit.ada().characters().list().blockLast(Given.PATIENCE));

        assertThat(stored.members())
                .isEqualTo(Map.of("skills", List.of("run", Map.of("of", "cut \uD83D")), "bio", "\uDD25!"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gloebit.ada().characters().update(stored.withName("Eve")))
                .withMessageStartingWith("character.members.skills[1].of has half a character at index 4");
        StoredCharacter whole = stored.withMember("skills", List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gloebit.ada().characters().update(whole))
                .withMessageStartingWith("character.members.bio has half a character at index 0");
        assertThat(whole.withMember("bio", "").members()).containsOnlyKeys("skills", "bio");
    }

    @Test
    void halfACharacterInAnItemIsRefusedWithItsPlaceWhenSent() {
        gloebit.expect(ExpectedRequest.get("/get-inventory-item/" + Given.CHARACTER)
                .answers("{\"success\":true,\"item\":{\"a\":\"\\ud83dx\"}}"));

        Map<String, @Nullable Object> params = Objects.requireNonNull(
                gloebit.ada().items().read(Given.CHARACTER).block(Given.PATIENCE));

        assertThat(params).isEqualTo(Map.of("a", "\uD83Dx"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gloebit.ada().items().update(Given.CHARACTER, params))
                .withMessageStartingWith("params.a has half a character at index 0");
    }

    @Test
    void halfACharacterInAMembersNameMakesAnAnswerUnreadable() {
        gloebit.expect(
                3,
                ExpectedRequest.get("/get-inventory-item/" + Given.CHARACTER)
                        .answers("{\"success\":true,\"item\":{\"\\ud83d\":1}}"));

        Failures.of(gloebit.ada().items().read(Given.CHARACTER), UnreadableAnswerException.class);
    }
}
