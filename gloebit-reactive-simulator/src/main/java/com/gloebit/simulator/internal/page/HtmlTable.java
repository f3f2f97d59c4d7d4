package com.gloebit.simulator.internal.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A titled table of texts.
 *
 * @param columns the columns' headings; one that begins with {@code #} stands above numbers
 */
record HtmlTable(String title, String remark, List<String> columns, List<List<String>> rows) {
    private static final String NUMBER = "#";

    /** What the template shows. */
    Map<String, Object> values() {
        return Map.of(
                "title",
                title,
                "remark",
                remark,
                "headings",
                cells(columns.stream().map(HtmlTable::withoutMark).toList()),
                "hasRows",
                !rows.isEmpty(),
                "rows",
                rows.stream().map(row -> Map.of("cells", cells(row))).toList());
    }

    private List<Map<String, Object>> cells(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(column -> Map.<String, Object>of("text", texts.get(column), "number", isNumber(column)))
                .toList();
    }

    private boolean isNumber(int column) {
        return columns.get(column).startsWith(NUMBER);
    }

    private static String withoutMark(String heading) {
        return heading.startsWith(NUMBER) ? heading.substring(NUMBER.length()) : heading;
    }
}
