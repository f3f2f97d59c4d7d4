package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Terminal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** Which of the client's endpoints were called, as the meters of the clients have it. */
record CalledEndpoints(List<? extends MeterRegistry> meters, Terminal terminal) {
    private static final int WIDTH = 90;

    Flux<String> lines() {
        return Flux.defer(() -> {
            Set<String> names = names();
            return Flux.fromIterable(wrapped(names))
                    .map(line -> terminal.fact("", line))
                    .startWith(terminal.stage(names.size() + " endpoints were called"));
        });
    }

    private Set<String> names() {
        return meters.stream()
                .flatMap(registry -> registry.find("gloebit.client.operation").timers().stream())
                .filter(timer -> timer.count() > 0)
                .map(CalledEndpoints::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String endpoint(Timer timer) {
        return String.valueOf(timer.getId().getTag("endpoint"));
    }

    private static List<String> wrapped(Collection<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
