package com.gloebit.simulator.internal.page;

import java.util.List;
import java.util.stream.Collectors;

/** The frame of the status page. It loads no other resources. */
final class StatusHtml {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8884;--soft:#8882}
            body{font:1rem/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0 0 .25rem}
            h2{font-size:1.1rem;margin:2rem 0 .25rem}
            p{margin:.25rem 0 .5rem;opacity:.75}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;width:100%}
            th,td{padding:.35rem 1.25rem .35rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);\
            overflow-wrap:anywhere}
            th{font-size:.85rem;white-space:nowrap}
            tbody tr:hover{background:var(--soft)}
            .number{text-align:right;font-variant-numeric:tabular-nums}
            """;

    private StatusHtml() {}

    static String page(List<HtmlTable> tables) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Status - Gloebit simulator</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <h1>Gloebit simulator</h1>
                <p>As it stood when this page was asked for. Reload for what is new.</p>
                %s</main>
                </body>
                </html>
                """.formatted(STYLE, tables.stream().map(HtmlTable::html).collect(Collectors.joining()));
    }
}
