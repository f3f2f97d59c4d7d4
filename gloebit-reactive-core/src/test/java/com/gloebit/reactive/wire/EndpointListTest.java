package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.simulator.GloebitSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every row of the API: adding one without a fixture, a line in the docs and a route of the simulator fails here. */
class EndpointListTest {
    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs/wire-contract.md");

    static Stream<Endpoint<?, ?>> rows() {
        return EndpointList.all();
    }

    @Test
    void everyRowHasAFixtureAndEveryFixtureARow() {
        Set<String> fixtures = Fixtures.all().map(Fixture::endpoint).collect(Collectors.toSet());

        assertThat(rows().map(Endpoint::name)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(fixtures);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowUsesTheVerbAndThePathOfItsFixtures(Endpoint<?, ?> row) {
        List<ExpectedRequest> requests = Fixtures.all()
                .filter(fixture -> fixture.endpoint().equals(row.name()))
                .map(fixture -> fixture.own().request())
                .toList();

        assertThat(requests)
                .allSatisfy(request -> assertThat(request.target()).matches('/' + row.path() + "(/[0-9a-f-]{36})?"))
                .allSatisfy(request ->
                        assertThat(request.method()).isEqualTo(row.verb().name()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasALineInTheDocs(Endpoint<?, ?> row) throws IOException {
        Pattern path = Pattern.compile("/" + Pattern.quote(row.path()) + "(?![\\w-])");

        assertThat(Files.readAllLines(DOCS))
                .as("a table row with `%s` and /%s in %s", row.name(), row.path(), DOCS)
                .anyMatch(line -> line.startsWith("|")
                        && line.contains('`' + row.name() + '`')
                        && path.matcher(line).find());
    }

    @Test
    void everyRowHasARouteOfTheSimulator() {
        try (GloebitSimulator simulator = GloebitSimulator.builder().start()) {
            assertThat(simulator.routes())
                    .containsAll(rows().map(EndpointListTest::route).toList());
        }
    }

    private static String route(Endpoint<?, ?> row) {
        return row.verb() + " /" + row.path() + (row.hasPathArgument() ? "/*" : "");
    }
}
