package com.gloebit.examples.demo.story;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The meters of a registry as lines of text: sorted, aligned, those that count nothing left out. */
final class MeterTable {
    private MeterTable() {}

    private record Row(String name, String tags, double count, String mean, String max, String value) {}

    static List<String> of(MeterRegistry registry) {
        List<Row> rows = registry.getMeters().stream()
                .map(MeterTable::row)
                .sorted(Comparator.comparing(Row::name).thenComparing(Row::tags))
                .toList();
        List<Row> shown = rows.stream().filter(row -> row.count() > 0).toList();
        List<String> lines = lines(shown);
        lines.add("  (" + (rows.size() - shown.size()) + " more are at zero)");
        return lines;
    }

    private static List<String> lines(List<Row> rows) {
        int width = rows.stream().mapToInt(row -> row.tags().length()).max().orElse(0);
        String format = "    %-" + Math.max(width, 1) + "s  %7s %10s %10s";
        List<String> lines = new ArrayList<>();
        lines.add(format.formatted("", "count", "mean", "max"));
        String name = "";
        for (Row row : rows) {
            if (!row.name().equals(name)) {
                name = row.name();
                lines.add("  " + name);
            }
            lines.add(format.formatted(row.tags(), row.value(), row.mean(), row.max())
                    .stripTrailing());
        }
        return lines;
    }

    private static Row row(Meter meter) {
        if (meter instanceof Timer timer) {
            return row(
                    meter,
                    (double) timer.count(),
                    millis(timer.mean(TimeUnit.MILLISECONDS)),
                    millis(timer.max(TimeUnit.MILLISECONDS)));
        }
        if (meter instanceof DistributionSummary summary) {
            return row(meter, (double) summary.count(), decimal(summary.mean()), decimal(summary.max()));
        }
        double value = StreamSupport.stream(meter.measure().spliterator(), false)
                .mapToDouble(Measurement::getValue)
                .findFirst()
                .orElse(0);
        return row(meter, value, "", "");
    }

    private static Row row(Meter meter, double count, String mean, String max) {
        String tags = meter.getId().getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(" "));
        return new Row(meter.getId().getName(), tags, count, mean, max, decimal(count));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f ms", value);
    }

    private static String decimal(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
