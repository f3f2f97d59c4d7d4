package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.wire.HtmlPage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts with a title. The texts are escaped.
 *
 * @param columns the headings of the columns; a heading of a numeric column begins with {@code #}
 */
record HtmlTable(String title, String remark, List<String> columns, List<List<String>> rows) {
    private static final String NUMBER = "#";

    String html() {
        return "<section>\n<h2>" + HtmlPage.escape(title) + "</h2>\n"
                + (remark.isEmpty() ? "" : "<p>" + HtmlPage.escape(remark) + "</p>\n")
                + (rows.isEmpty() ? "" : table())
                + "</section>\n";
    }

    private String table() {
        String headings =
                cells("th", columns.stream().map(HtmlTable::withoutMark).toList());
        String lines = rows.stream().map(row -> cells("td", row)).collect(Collectors.joining());
        return "<div class=\"scroll\"><table>\n<thead>\n" + headings + "</thead>\n<tbody>\n" + lines
                + "</tbody>\n</table></div>\n";
    }

    private String cells(String element, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(column -> "<" + element + (isNumber(column) ? " class=\"number\">" : ">")
                        + HtmlPage.escape(texts.get(column)) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private boolean isNumber(int column) {
        return columns.get(column).startsWith(NUMBER);
    }

    private static String withoutMark(String heading) {
        return heading.startsWith(NUMBER) ? heading.substring(NUMBER.length()) : heading;
    }
}
