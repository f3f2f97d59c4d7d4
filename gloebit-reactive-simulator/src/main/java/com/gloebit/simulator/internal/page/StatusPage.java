package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.internal.hold.HoldSchedule;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.LedgerSnapshot;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the state of the service, without passwords, secrets and tokens. */
public final class StatusPage implements Endpoint {
    private static final int SHOWN = 200;

    private final Registry registry;
    private final Ledger ledger;
    private final HoldSchedule schedule;
    private final Violations violations;

    public StatusPage(Registry registry, Ledger ledger, HoldSchedule schedule, Violations violations) {
        this.registry = registry;
        this.ledger = ledger;
        this.schedule = schedule;
        this.violations = violations;
    }

    @Override
    public Answer answer(Request request) {
        LedgerSnapshot snapshot = ledger.snapshot();
        return Answer.html(
                200,
                StatusHtml.page(List.of(
                        violations(),
                        accounts(snapshot),
                        applications(snapshot),
                        products(),
                        bookings(snapshot),
                        callbacks())));
    }

    private HtmlTable violations() {
        List<String> texts = violations.texts();
        return new HtmlTable(
                "Protocol violations",
                texts.isEmpty() ? "None: every request kept to the contract." : newest(texts.size()),
                List.of("What departed from the contract"),
                newestFirst(texts).stream().map(List::of).toList());
    }

    private HtmlTable accounts(LedgerSnapshot snapshot) {
        return new HtmlTable(
                "Accounts",
                "In gloebits. What is held has left the balance and not reached the payee.",
                List.of("Name", "#Balance", "#Held"),
                registry.accounts().stream()
                        .map(Account::userName)
                        .sorted()
                        .map(name -> List.of(name, text(snapshot.balance(name)), text(snapshot.held(name))))
                        .toList());
    }

    private HtmlTable applications(LedgerSnapshot snapshot) {
        return new HtmlTable(
                "Applications",
                "Fees kept by the service: " + text(snapshot.fees()) + ".",
                List.of("Key", "Redirect prefixes", "#Earnings"),
                registry.applications().stream()
                        .sorted(Comparator.comparing(Application::key))
                        .map(application -> List.of(
                                application.key(), prefixes(application), text(snapshot.earnings(application.key()))))
                        .toList());
    }

    private static String prefixes(Application application) {
        String prefixes =
                application.redirectPrefixes().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return application.anyLoopbackPort() ? prefixes + " (any port on this machine)" : prefixes;
    }

    private HtmlTable products() {
        return new HtmlTable(
                "Products",
                "",
                List.of("Name", "#Price", "Available", "Grantable", "#Limit"),
                registry.products().stream()
                        .sorted(Comparator.comparing(Product::name))
                        .map(product -> List.of(
                                product.name(),
                                text(product.price()),
                                product.available() ? "yes" : "no",
                                product.grantable() ? "yes" : "no",
                                product.limit().isPresent()
                                        ? String.valueOf(product.limit().getAsInt())
                                        : "none"))
                        .toList());
    }

    private static HtmlTable bookings(LedgerSnapshot snapshot) {
        return new HtmlTable(
                "Ledger",
                snapshot.entries().isEmpty()
                        ? "No booking yet."
                        : newest(snapshot.entries().size()),
                List.of("Transaction", "Payer", "Payee", "What", "#Quantity", "#Amount", "#Fee", "State"),
                newestFirst(snapshot.entries()).stream()
                        .map(StatusPage::booking)
                        .toList());
    }

    private static List<String> booking(LedgerEntry entry) {
        Optional<String> payee = entry.payee();
        return List.of(
                entry.transactionId(),
                entry.payer(),
                payee.orElse(entry.applicationKey()),
                entry.what(),
                String.valueOf(entry.quantity()),
                text(entry.amount()),
                text(entry.fee()),
                entry.state().name());
    }

    private HtmlTable callbacks() {
        List<HoldDelivery> deliveries = schedule.deliveries();
        return new HtmlTable(
                "Hold callbacks",
                deliveries.isEmpty() ? "No hold URL was called yet." : newest(deliveries.size()),
                List.of("Transaction", "Step", "Answer", "Detail"),
                newestFirst(deliveries).stream().map(StatusPage::callback).toList());
    }

    private static List<String> callback(HoldDelivery delivery) {
        return List.of(
                delivery.transactionId(),
                delivery.step().name(),
                delivery.answer().name(),
                delivery.detail());
    }

    private static String newest(int size) {
        return size > SHOWN ? "The newest " + SHOWN + " of " + size + "." : size + ", newest first.";
    }

    private static <T> List<T> newestFirst(List<T> all) {
        List<T> shown = new ArrayList<>(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
        Collections.reverse(shown);
        return shown;
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }
}
