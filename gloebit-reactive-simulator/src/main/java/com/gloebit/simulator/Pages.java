package com.gloebit.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages a browser sees. */
final class Pages {
    private Pages() {}

    static String login(String action, String why, String alert) {
        return page("Log in", """
                <p>%s</p>
                %s<form method="post" action="%s">
                <label for="user-name">User name</label>
                <input id="user-name" name="user-name" autocomplete="username" required>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button>Log in</button>
                </form>""".formatted(escape(why), alert(alert), escape(action)));
    }

    static String approval(String action, Grant grant, String login) {
        return page("Allow access?", """
                <p>%s, the application %s wants to use:</p>
                <ul>%s</ul>
                <form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <button name="decision" value="approve">Allow</button>
                <button name="decision" value="refuse">Refuse</button>
                </form>""".formatted(
                        escape(grant.userName()),
                        escape(grant.applicationKey()),
                        scopes(grant),
                        escape(action),
                        escape(login)));
    }

    static String subscription(String action, String userName, Subscription subscription, String login) {
        return page("Allow the subscription?", """
                <p>%s, the application %s wants to collect recurring payments for:</p>
                <p><strong>%s</strong>: %s</p>
                <form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <button name="decision" value="approve">Approve</button>
                <button name="decision" value="decline">Decline</button>
                </form>""".formatted(
                        escape(userName),
                        escape(subscription.applicationKey()),
                        escape(subscription.name()),
                        escape(subscription.description()),
                        escape(action),
                        escape(login)));
    }

    static String subscriptionDecided(Subscription subscription, boolean approved) {
        return page(
                approved ? "Approved" : "Declined",
                "<p>The subscription %s is %s.</p>"
                        .formatted(escape(subscription.name()), approved ? "approved" : "declined"));
    }

    static String purchase(String action, String userName, BigDecimal balance, String login, String alert) {
        return page("Buy gloebits", """
                <p>%s, you have %s gloebits.</p>
                %s<form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <label for="amount">Gloebits to add</label>
                <input id="amount" name="amount" inputmode="decimal" required>
                <button>Buy</button>
                </form>""".formatted(
                        escape(userName), balance.toPlainString(), alert(alert), escape(action), escape(login)));
    }

    static String bought(BigDecimal amount, BigDecimal balance, Optional<URI> returnTo) {
        return page(
                "Bought",
                "<p>You bought %s gloebits and have %s.</p>%s"
                        .formatted(
                                amount.toPlainString(),
                                balance.toPlainString(),
                                returnTo.map(uri ->
                                                "\n<p><a href=\"%s\">Go back</a></p>".formatted(escape(uri.toString())))
                                        .orElse("")));
    }

    static String refused(String applicationKey) {
        return page("Refused", "<p>You gave the application %s no access.</p>".formatted(escape(applicationKey)));
    }

    static String problem(String text) {
        return page("This request is not valid", "<p role=\"alert\">%s</p>".formatted(escape(text)));
    }

    static String maintenance() {
        return page("Maintenance", "<p>The service is being looked after. Please come back later.</p>");
    }

    private static String alert(String text) {
        return text.isEmpty() ? "" : "<p role=\"alert\">%s</p>%n".formatted(escape(text));
    }

    private static String scopes(Grant grant) {
        return grant.scopes().stream()
                .map(scope -> "<li>" + scope.word() + "</li>")
                .collect(Collectors.joining());
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

    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
