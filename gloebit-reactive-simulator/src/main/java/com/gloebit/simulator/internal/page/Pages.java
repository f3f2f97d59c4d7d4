package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.ledger.Subscription;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.wire.HtmlPage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** The HTML of the pages. */
final class Pages {
    private Pages() {}

    static String login(String action, String why, String alert) {
        return HtmlPage.of("Log in", """
                <p>%s</p>
                %s<form method="post" action="%s">
                <label for="user-name">User name</label>
                <input id="user-name" name="user-name" autocomplete="username" required>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button>Log in</button>
                </form>""".formatted(HtmlPage.escape(why), alert(alert), HtmlPage.escape(action)));
    }

    static String approval(String action, Grant grant, String login) {
        return HtmlPage.of("Allow access?", """
                <p>%s, the application %s wants to use:</p>
                <ul>%s</ul>
                <form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <button name="decision" value="approve">Allow</button>
                <button name="decision" value="refuse">Refuse</button>
                </form>""".formatted(
                        HtmlPage.escape(grant.userName()),
                        HtmlPage.escape(grant.applicationKey()),
                        scopes(grant),
                        HtmlPage.escape(action),
                        HtmlPage.escape(login)));
    }

    static String subscription(String action, String userName, Subscription subscription, String login) {
        return HtmlPage.of("Allow the subscription?", """
                <p>%s, the application %s wants to collect recurring payments for:</p>
                <p><strong>%s</strong>: %s</p>
                <form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <button name="decision" value="approve">Approve</button>
                <button name="decision" value="decline">Decline</button>
                </form>""".formatted(
                        HtmlPage.escape(userName),
                        HtmlPage.escape(subscription.applicationKey()),
                        HtmlPage.escape(subscription.name()),
                        HtmlPage.escape(subscription.description()),
                        HtmlPage.escape(action),
                        HtmlPage.escape(login)));
    }

    static String subscriptionDecided(Subscription subscription, boolean approved) {
        return HtmlPage.of(
                approved ? "Approved" : "Declined",
                "<p>The subscription %s is %s.</p>"
                        .formatted(HtmlPage.escape(subscription.name()), approved ? "approved" : "declined"));
    }

    static String purchase(String action, String userName, BigDecimal balance, String login, String alert) {
        return HtmlPage.of("Buy gloebits", """
                <p>%s, you have %s gloebits.</p>
                %s<form method="post" action="%s">
                <input type="hidden" name="login" value="%s">
                <label for="amount">Gloebits to add</label>
                <input id="amount" name="amount" inputmode="decimal" required>
                <button>Buy</button>
                </form>""".formatted(
                        HtmlPage.escape(userName),
                        balance.toPlainString(),
                        alert(alert),
                        HtmlPage.escape(action),
                        HtmlPage.escape(login)));
    }

    static String bought(BigDecimal amount, BigDecimal balance, Optional<URI> returnTo) {
        return HtmlPage.of(
                "Bought",
                "<p>You bought %s gloebits and have %s.</p>%s"
                        .formatted(
                                amount.toPlainString(),
                                balance.toPlainString(),
                                returnTo.map(uri -> "\n<p><a href=\"%s\">Go back</a></p>"
                                                .formatted(HtmlPage.escape(uri.toString())))
                                        .orElse("")));
    }

    static String refused(String applicationKey) {
        return HtmlPage.of(
                "Refused", "<p>You gave the application %s no access.</p>".formatted(HtmlPage.escape(applicationKey)));
    }

    static String problem(String text) {
        return HtmlPage.of("This request is not valid", "<p role=\"alert\">%s</p>".formatted(HtmlPage.escape(text)));
    }

    private static String alert(String text) {
        return text.isEmpty() ? "" : "<p role=\"alert\">%s</p>%n".formatted(HtmlPage.escape(text));
    }

    private static String scopes(Grant grant) {
        return grant.scopes().stream()
                .map(scope -> "<li>" + scope.word() + "</li>")
                .collect(Collectors.joining());
    }
}
