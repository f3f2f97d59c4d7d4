package com.gloebit.examples.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterTableTest {
    @Test
    void sortedAlignedAndWithoutZeros() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.timer("b.timer", "endpoint", "balance").record(Duration.ofMillis(3));
        registry.timer("b.timer", "endpoint", "balance").record(Duration.ofMillis(6));
        registry.counter("a.counter", "kind", "product").increment(7);
        registry.counter("a.counter", "kind", "item").increment(20);
        registry.counter("a.zero").increment(0);
        registry.gauge("c.gauge", 1.25);

        assertThat(MeterTable.of(registry))
                .containsExactly(
                        "                        count       mean        max",
                        "  a.counter",
                        "    kind=item              20",
                        "    kind=product            7",
                        "  b.timer",
                        "    endpoint=balance        2     4.5 ms     6.0 ms",
                        "  c.gauge",
                        "                         1.25",
                        "  (1 more are at zero)");
    }
}
