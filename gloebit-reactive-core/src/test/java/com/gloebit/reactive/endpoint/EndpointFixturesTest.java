package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.Fixture;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointFixturesTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    static Stream<Arguments> fixtures() {
        return EndpointEntries.all()
                .flatMap(entry -> entry.fixtures().stream()
                        .map(fixture -> Arguments.argumentSet(entry + ": " + fixture, entry, fixture)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theCallSendsTheDocumentedFormAndReadsTheAnswer(EndpointEntry entry, Fixture fixture) {
        gloebit.expect(fixture.interactions().toArray(Interaction[]::new));

        assertThat(fixture.call().apply(gloebit.client(entry.settings())).block(Given.PATIENCE))
                .isEqualTo(fixture.value());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theCallSendsNothingBeforeItsSubscription(EndpointEntry entry, Fixture fixture) {
        assertThat(fixture.call().apply(gloebit.client(entry.settings()))).isNotNull();

        assertThat(gloebit.requests()).isZero();
    }
}
