package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.tour.Tour;
import com.gloebit.examples.support.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Runs the tour through Prism, a proxy that compares requests and answers with docs/openapi.yaml. It needs Node, so
 * {@code verify} does not run it. {@code .ci/openapi/check} does.
 */
@Timeout(120)
class ProxiedTour {
    private static final OpenApi DESCRIPTION = OpenApi.read(Path.of("..", "docs", "openapi.yaml"));

    @Test
    void theTourCallsEveryEndpointThroughTheProxyWithoutAViolation() throws Exception {
        List<ProxiedAnswer> answers = tour(DESCRIPTION.file(), "--errors");

        assertThat(answers).allSatisfy(answer -> assertThat(answer.violations()).isEmpty());
        assertThat(answers.stream().map(ProxiedAnswer::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(DESCRIPTION.operations());
    }

    /** Without {@code --errors} the proxy reports a violation and lets the call go on, so the tour meets each of them. */
    @Test
    void theProxyReportsARenamedMemberOfEachEndpoint() throws Exception {
        Path copy = Path.of("target", "openapi-renamed.json");
        Map<String, String> names = DESCRIPTION.writeRenamed(copy);
        assertThat(names).containsOnlyKeys(DESCRIPTION.operations());

        List<ProxiedAnswer> answers = tour(copy);

        assertThat(names)
                .allSatisfy((operation, name) -> assertThat(answers)
                        .filteredOn(answer -> answer.operation().equals(operation))
                        .isNotEmpty()
                        .anySatisfy(answer -> assertThat(answer.violations()).contains("'" + name + "'")));
    }

    private static List<ProxiedAnswer> tour(Path description, String... options) throws Exception {
        int port = FreePort.find();
        Queue<ProxiedAnswer> answers = new ConcurrentLinkedQueue<>();
        ConnectionProvider pool = ConnectionProvider.create("proxied-tour");
        try (Prism prism = Prism.start(description, URI.create("http://127.0.0.1:" + port), List.of(options))) {
            HttpClient http = HttpClient.create(new Detour(pool, prism.address()))
                    .doOnResponse((response, connection) -> answers.add(ProxiedAnswer.of(response, DESCRIPTION)));
            run(new Tour(port, plain -> http), prism);
            return List.copyOf(answers);
        } finally {
            pool.disposeLater().block(Duration.ofSeconds(10));
        }
    }

    private static void run(Tour tour, Prism prism) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        int status = new Demo(Map.of(), Terminal.plain(out), out).run(tour);
        assertThat(status)
                .as(() -> output.toString(StandardCharsets.UTF_8) + prism.output())
                .isZero();
    }
}
