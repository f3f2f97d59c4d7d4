package com.gloebit.examples.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesByNearestRank() {
        Latencies latencies = new Latencies(200);
        for (long i = 200; i >= 1; i--) {
            latencies.add(i * 1_000_000);
        }

        assertThat(latencies.millis(50)).isEqualTo(100);
        assertThat(latencies.millis(99)).isEqualTo(198);
        assertThat(latencies.percentiles()).isEqualTo("p50 100.0 ms, p99 198.0 ms");
    }

    @Test
    void oneLatencyIsEveryPercentile() {
        Latencies latencies = new Latencies(1);
        latencies.add(2_500_000);

        assertThat(latencies.percentiles()).isEqualTo("p50 2.5 ms, p99 2.5 ms");
    }
}
