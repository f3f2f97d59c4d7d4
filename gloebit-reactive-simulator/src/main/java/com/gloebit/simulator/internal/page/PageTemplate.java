package com.gloebit.simulator.internal.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.Map;

/** A page as a Mustache template, which escapes every value. Values are texts, flags, lists and maps. */
final class PageTemplate {
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .strictSections(true)
            .emptyStringIsFalse(true)
            // Enough in text and in quoted attributes. Mustache's own escaper makes URLs hard to read.
            .withEscaper(Escapers.simple(
                    new String[] {"&", "&amp;"},
                    new String[] {"<", "&lt;"},
                    new String[] {">", "&gt;"},
                    new String[] {"\"", "&quot;"},
                    new String[] {"'", "&#39;"}));

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{{title}} - Gloebit simulator</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}\
            label,input,button{display:block;margin:.5rem 0;font:inherit}</style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            """;
    private static final String FOOT = """
            </main>
            </body>
            </html>
            """;

    private final Template template;

    private PageTemplate(String text) {
        this.template = MUSTACHE.compile(text);
    }

    /** A page with a title and this content, in the frame that the pages share. */
    static PageTemplate framed(String content) {
        return new PageTemplate(HEAD + content + FOOT);
    }

    static PageTemplate whole(String page) {
        return new PageTemplate(page);
    }

    String page(String title, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("title", title);
        return page(all);
    }

    String page(Map<String, ?> values) {
        return template.execute(values);
    }
}
