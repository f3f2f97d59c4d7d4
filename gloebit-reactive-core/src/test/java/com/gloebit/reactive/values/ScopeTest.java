package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.authorization.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "fly", "User", "user,transact", "user fly", "user\tid", "user\r\nid"})
    @SuppressWarnings("NullAway") // null is one of the bad inputs
    void anUnknownTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.parse(text)).withMessageContaining("scope");
    }

    @Test
    void theRefusalOfAnUnknownTextListsTheAllowedOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.parse("fly"))
                .withMessageContaining("\"fly\"")
                .withMessageContaining("user id identity character inventory balance transact");
    }

    @Test
    void aWrittenScopeIsReadBack() {
        assertThat(Scope.parse(" transact  user user ")).containsExactly(Scope.USER, Scope.TRANSACT);
        assertThat(Scope.format(List.of(Scope.TRANSACT, Scope.USER))).isEqualTo("user transact");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"USER", "ID", "IDENTITY"})
    void theThreeNamesOfTheUserScopeAreEquivalent(Scope name) {
        assertThat(List.of(Scope.USER, Scope.ID, Scope.IDENTITY))
                .allSatisfy(
                        needed -> assertThat(needed.isAllowedBy(Set.of(name))).isTrue());
        assertThat(Scope.BALANCE.isAllowedBy(Set.of(name))).isFalse();
    }
}
