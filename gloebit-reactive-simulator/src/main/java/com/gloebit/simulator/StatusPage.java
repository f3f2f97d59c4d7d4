package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the service knows, for a person to read. It shows neither passwords nor secrets nor tokens. */
final class StatusPage implements Endpoint {
    private static final int SHOWN = 200;

    private final Directory directory;
    private final Ledger ledger;
    private final HoldCourses courses;
    private final Violations violations;

    StatusPage(Directory directory, Ledger ledger, HoldCourses courses, Violations violations) {
        this.directory = directory;
        this.ledger = ledger;
        this.courses = courses;
        this.violations = violations;
    }

    @Override
    public Answer answer(Request request) {
        Books books = ledger.books();
        return Answer.html(
                200,
                StatusHtml.page(List.of(
                        violations(), accounts(books), applications(books), products(), bookings(books), callbacks())));
    }

    private HtmlTable violations() {
        List<String> texts = violations.texts();
        return new HtmlTable(
                "Protocol violations",
                texts.isEmpty() ? "None: every request kept to the contract." : newest(texts.size()),
                List.of("What departed from the contract"),
                newestFirst(texts).stream().map(List::of).toList());
    }

    private HtmlTable accounts(Books books) {
        return new HtmlTable(
                "Accounts",
                "In gloebits. What is held has left the balance and not reached the payee.",
                List.of("Name", "#Balance", "#Held"),
                directory.accounts().stream()
                        .map(Account::userName)
                        .sorted()
                        .map(name -> List.of(name, text(books.balance(name)), text(books.held(name))))
                        .toList());
    }

    private HtmlTable applications(Books books) {
        return new HtmlTable(
                "Applications",
                "Fees kept by the service: " + text(books.fees()) + ".",
                List.of("Key", "Redirect prefixes", "#Earnings"),
                directory.applications().stream()
                        .sorted(Comparator.comparing(Application::key))
                        .map(application -> List.of(
                                application.key(), prefixes(application), text(books.earnings(application.key()))))
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
                directory.products().stream()
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

    private static HtmlTable bookings(Books books) {
        return new HtmlTable(
                "Ledger",
                books.entries().isEmpty()
                        ? "No booking yet."
                        : newest(books.entries().size()),
                List.of("Transaction", "Payer", "Payee", "What", "#Quantity", "#Amount", "#Fee", "State"),
                newestFirst(books.entries()).stream().map(StatusPage::booking).toList());
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
        List<HoldDelivery> deliveries = courses.deliveries();
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
