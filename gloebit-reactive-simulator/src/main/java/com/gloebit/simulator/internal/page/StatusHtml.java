package com.gloebit.simulator.internal.page;

import java.util.List;
import java.util.Map;

/** The frame of the status page. Nothing is loaded from elsewhere. */
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

    private static final PageTemplate PAGE = PageTemplate.whole("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Status - Gloebit simulator</title>
            <style>
            """ + STYLE + """
            </style>
            </head>
            <body>
            <main>
            <h1>Gloebit simulator</h1>
            <p>As it stood when this page was asked for. Reload for what is new.</p>
            {{#tables}}
            <section>
            <h2>{{title}}</h2>
            {{#remark}}
            <p>{{.}}</p>
            {{/remark}}
            {{#hasRows}}
            <div class="scroll"><table>
            <thead>
            <tr>{{#headings}}<th{{#number}} class="number"{{/number}}>{{text}}</th>{{/headings}}</tr>
            </thead>
            <tbody>
            {{#rows}}
            <tr>{{#cells}}<td{{#number}} class="number"{{/number}}>{{text}}</td>{{/cells}}</tr>
            {{/rows}}
            </tbody>
            </table></div>
            {{/hasRows}}
            </section>
            {{/tables}}
            </main>
            </body>
            </html>
            """);

    private StatusHtml() {}

    static String page(List<HtmlTable> tables) {
        return PAGE.page(Map.of("tables", tables.stream().map(HtmlTable::values).toList()));
    }
}
