package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.endpoint.support.ClientEndpoints;
import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.simulator.GloebitSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the endpoints of the client with the entries of the tests, the documented contract and the routes of the
 * simulator. An endpoint that one of them lacks fails here, with what to add.
 */
class EndpointListTest {
    private static final Path CONTRACT = Path.of("").toAbsolutePath().resolveSibling("docs/wire-contract.md");

    static Stream<Endpoint<?, ?>> endpoints() {
        return ClientEndpoints.all();
    }

    static Stream<EndpointEntry> entries() {
        return EndpointEntries.all();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointHasAnEntryInTheTests(Endpoint<?, ?> endpoint) {
        assertThat(EndpointEntries.has(endpoint.name()))
                .withFailMessage(() -> EndpointEntries.missing(endpoint.name()))
                .isTrue();
    }

    @Test
    void everyEntryIsOfAnEndpointOfItsOwn() {
        assertThat(entries().map(EndpointEntry::name))
                .doesNotHaveDuplicates()
                .isSubsetOf(endpoints().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryHasAFixtureAndACall(EndpointEntry entry) {
        assertThat(entry.fixtures()).as("withFixture(...) of " + entry).isNotEmpty();
        assertThat(entry.calls()).as("withCall(...) of " + entry).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointHasTheRepeatSafetyThatTheContractGivesIt(Endpoint<?, ?> endpoint) {
        assertThat(endpoint.repeatSafety())
                .isEqualTo(EndpointEntries.named(endpoint.name()).repeatSafety());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointUsesTheVerbAndThePathOfItsFixtures(Endpoint<?, ?> endpoint) {
        assertThat(EndpointEntries.named(endpoint.name()).fixtures().stream()
                        .map(fixture -> fixture.own().request()))
                .extracting(ExpectedRequest::method)
                .containsOnly(endpoint.verb().name());
        assertThat(EndpointEntries.named(endpoint.name()).fixtures().stream()
                        .map(fixture -> fixture.own().request()))
                .allSatisfy(
                        request -> assertThat(request.target()).matches('/' + endpoint.path() + "(/[0-9a-f-]{36})?"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointHasALineInTheDocumentedContract(Endpoint<?, ?> endpoint) throws IOException {
        String begin = "| `%s` | %s `/%s`%s"
                .formatted(
                        endpoint.name(),
                        endpoint.verb(),
                        endpoint.path(),
                        endpoint.hasPathArgument() ? ", then " : " |");
        String end = "| %s | `%s` | %s |"
                .formatted(
                        scope(endpoint),
                        EndpointEntries.named(endpoint.name()).repeatSafety(),
                        endpoint.family().text());

        assertThat(Files.readAllLines(CONTRACT))
                .as("a row \"%s ... %s\" in the first table of %s", begin, end, CONTRACT)
                .anyMatch(line -> line.startsWith(begin) && line.endsWith(end));
    }

    private static String scope(Endpoint<?, ?> endpoint) {
        Scope scope = endpoint.scope();
        return scope == null ? "none" : '`' + scope.text() + '`';
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointHasARouteOfTheSimulator(Endpoint<?, ?> endpoint) {
        try (GloebitSimulator simulator = GloebitSimulator.builder().start()) {
            assertThat(simulator.routes())
                    .contains(endpoint.verb() + " /" + endpoint.path() + (endpoint.hasPathArgument() ? "/*" : ""));
        }
    }
}
