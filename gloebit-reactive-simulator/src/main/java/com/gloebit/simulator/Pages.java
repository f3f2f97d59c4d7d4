package com.gloebit.simulator;

/** The pages a browser sees. */
final class Pages {
    private Pages() {}

    static String maintenance() {
        return page("Maintenance", "<p>The service is being looked after. Please come back later.</p>");
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%1$s - Gloebit simulator</title>
                <style>body{font:1rem/1.5 sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}\
                label,input,button{display:block;margin:.5rem 0;font:inherit}</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(escape(title), content);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
