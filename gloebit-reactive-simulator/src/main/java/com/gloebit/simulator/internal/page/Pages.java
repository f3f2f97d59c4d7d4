package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.ledger.Subscription;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The pages that ask a user, and their answers. */
final class Pages {
    private static final PageTemplate LOGIN = PageTemplate.framed("""
            <p>{{why}}</p>
            {{#alert}}
            <p role="alert">{{.}}</p>
            {{/alert}}
            <form method="post" action="{{action}}">
            <label for="user-name">User name</label>
            <input id="user-name" name="user-name" autocomplete="username" required>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>Log in</button>
            </form>
            """);
    private static final PageTemplate APPROVAL = PageTemplate.framed("""
            <p>{{user}}, the application {{application}} wants to use:</p>
            <ul>{{#scopes}}<li>{{.}}</li>{{/scopes}}</ul>
            <form method="post" action="{{action}}">
            <input type="hidden" name="login" value="{{login}}">
            <button name="decision" value="approve">Allow</button>
            <button name="decision" value="refuse">Refuse</button>
            </form>
            """);
    private static final PageTemplate SUBSCRIPTION = PageTemplate.framed("""
            <p>{{user}}, the application {{application}} wants to collect recurring payments for:</p>
            <p><strong>{{name}}</strong>: {{description}}</p>
            <form method="post" action="{{action}}">
            <input type="hidden" name="login" value="{{login}}">
            <button name="decision" value="approve">Approve</button>
            <button name="decision" value="decline">Decline</button>
            </form>
            """);
    private static final PageTemplate SUBSCRIPTION_DECIDED = PageTemplate.framed("""
            <p>The subscription {{name}} is {{decision}}.</p>
            """);
    private static final PageTemplate PURCHASE = PageTemplate.framed("""
            <p>{{user}}, you have {{balance}} gloebits.</p>
            {{#alert}}
            <p role="alert">{{.}}</p>
            {{/alert}}
            <form method="post" action="{{action}}">
            <input type="hidden" name="login" value="{{login}}">
            <label for="amount">Gloebits to add</label>
            <input id="amount" name="amount" inputmode="decimal" required>
            <button>Buy</button>
            </form>
            """);
    private static final PageTemplate BOUGHT = PageTemplate.framed("""
            <p>You bought {{amount}} gloebits and have {{balance}}.</p>
            {{#returnTo}}
            <p><a href="{{.}}">Go back</a></p>
            {{/returnTo}}
            """);
    private static final PageTemplate REFUSED = PageTemplate.framed("""
            <p>You gave the application {{application}} no access.</p>
            """);
    private static final PageTemplate PROBLEM = PageTemplate.framed("""
            <p role="alert">{{text}}</p>
            """);

    private Pages() {}

    static String login(String action, String why, String alert) {
        return LOGIN.page("Log in", Map.of("action", action, "why", why, "alert", alert));
    }

    static String approval(String action, Grant grant, String login) {
        return APPROVAL.page(
                "Allow access?",
                Map.of(
                        "action", action,
                        "user", grant.userName(),
                        "application", grant.applicationKey(),
                        "scopes", grant.scopes().stream().map(Scope::word).toList(),
                        "login", login));
    }

    static String subscription(String action, String userName, Subscription subscription, String login) {
        return SUBSCRIPTION.page(
                "Allow the subscription?",
                Map.of(
                        "action",
                        action,
                        "user",
                        userName,
                        "application",
                        subscription.applicationKey(),
                        "name",
                        subscription.name(),
                        "description",
                        subscription.description(),
                        "login",
                        login));
    }

    static String subscriptionDecided(Subscription subscription, boolean approved) {
        return SUBSCRIPTION_DECIDED.page(
                approved ? "Approved" : "Declined",
                Map.of("name", subscription.name(), "decision", approved ? "approved" : "declined"));
    }

    static String purchase(String action, String userName, BigDecimal balance, String login, String alert) {
        return PURCHASE.page(
                "Buy gloebits",
                Map.of(
                        "action", action,
                        "user", userName,
                        "balance", balance.toPlainString(),
                        "login", login,
                        "alert", alert));
    }

    static String bought(BigDecimal amount, BigDecimal balance, Optional<URI> returnTo) {
        return BOUGHT.page(
                "Bought",
                Map.of(
                        "amount", amount.toPlainString(),
                        "balance", balance.toPlainString(),
                        "returnTo", returnTo.map(URI::toString).orElse("")));
    }

    static String refused(String applicationKey) {
        return REFUSED.page("Refused", Map.of("application", applicationKey));
    }

    static String problem(String text) {
        return PROBLEM.page("This request is not valid", Map.of("text", text));
    }
}
