package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointFixturesTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @MethodSource
    void sendsTheDocumentedFormAndReadsTheAnswer(Fixture fixture) {
        gloebit.expect(fixture.interactions().toArray(Interaction[]::new));

        assertThat(fixture.call().apply(gloebit.client(fixture.settings())).block(Given.PATIENCE))
                .isEqualTo(fixture.value());
    }

    static Stream<Fixture> sendsTheDocumentedFormAndReadsTheAnswer() {
        return Fixtures.all();
    }

    @ParameterizedTest
    @MethodSource("sendsTheDocumentedFormAndReadsTheAnswer")
    void sendsNothingBeforeSubscription(Fixture fixture) {
        assertThat(fixture.call().apply(gloebit.client(fixture.settings()))).isNotNull();

        assertThat(gloebit.requests()).isZero();
    }
}
