package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Purchases of items and products, in both versions of the endpoint, payments from user to user, and subscription debits. */
final class TransactEndpoint implements Endpoint {
    private final Directory directory;
    private final Ledger ledger;
    private final HoldCourses courses;
    private final SubscriptionDebits debits;
    private final BearerAuthentication authentication;
    private final Violations violations;
    private final OpenBehaviours open;

    TransactEndpoint(
            Directory directory,
            Ledger ledger,
            HoldCourses courses,
            BearerAuthentication authentication,
            Violations violations,
            OpenBehaviours open) {
        this.directory = directory;
        this.ledger = ledger;
        this.courses = courses;
        this.debits = new SubscriptionDebits(directory.subscriptions());
        this.authentication = authentication;
        this.violations = violations;
        this.open = open;
    }

    @Override
    public Answer answer(Request request) {
        Bodies.expectNoQuery(request);
        Grant grant = authentication.grant(request, Scope.TRANSACT, "unknown OAuth2 token");
        TransactForm form = TransactForm.of(
                request, directory.application(grant.applicationKey()), directory.account(grant.userName()));
        if (open.has(OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS)) {
            form.refuseLaterMembers(request);
        }
        return refusal(form, grant)
                .map(verdict -> refused(request, form, grant, verdict))
                .orElseGet(() -> transact(request, form, grant));
    }

    /** What was booked stays booked, whatever the user decides afterwards. */
    private Optional<Verdict> refusal(TransactForm form, Grant grant) {
        if (ledger.knows(new Purchase.Key(grant.applicationKey(), form.transactionId()))) {
            return Optional.empty();
        }
        Optional<Verdict> refusal = form.automated() ? debits.refusal(form.subscriptionId(), grant) : Optional.empty();
        return refusal.or(() -> payeeRefusal(form));
    }

    private Optional<Verdict> payeeRefusal(TransactForm form) {
        if (!form.isUserPayment()) {
            return Optional.empty();
        }
        if (!form.namesSeller()) {
            return Optional.of(Verdict.UNNAMED_PAYEE);
        }
        return payee(form).isPresent() ? Optional.empty() : Optional.of(Verdict.UNKNOWN_PAYEE);
    }

    /** The id counts, where there is one: an email address may be that of an account elsewhere. */
    private Optional<String> payee(TransactForm form) {
        return form.sellerId()
                .map(directory::findAccount)
                .orElseGet(() -> form.sellerEmailAddress().flatMap(directory::findAccountByEmail))
                .map(Account::userName);
    }

    private Answer transact(Request request, TransactForm form, Grant grant) {
        Purchase purchase = form.isProduct() ? productPurchase(form, grant) : itemPurchase(form, grant);
        TransactOutcome outcome = ledger.transact(purchase);
        if (!outcome.sameContent()) {
            violations.record(request.path(), "a transaction id came again with other content");
        }
        Answer answer = answer(request, purchase, outcome, grant);
        return outcome.isNew() && !purchase.holdUrls().isEmpty()
                ? answer.with(amongCallbacks(
                        answer,
                        purchase,
                        outcome.verdict(),
                        () -> answer(request, purchase, ledger.decided(purchase), grant)))
                : answer;
    }

    /** Places the answer among the callbacks of its transaction. What goes back on the queue is answered without them. */
    private Sending amongCallbacks(Answer first, Purchase purchase, Verdict verdict, Supplier<Answer> last) {
        return new Sending(
                courses.beforeAnswer(purchase)
                        .filter(unused -> verdict != Verdict.KNOWN)
                        .map(until -> until.then(Mono.fromSupplier(last)))
                        .orElseGet(() -> Mono.just(first)),
                () -> courses.answered(purchase));
    }

    private Purchase itemPurchase(TransactForm form, Grant grant) {
        return new Purchase(
                grant.applicationKey(),
                grant.userName(),
                payee(form),
                form.transactionId(),
                form.content(),
                form.isUserPayment() ? LedgerEntry.Kind.USER_PAYMENT : LedgerEntry.Kind.ITEM,
                form.assetCode(),
                form.assetQuantity(),
                Amounts.normal(form.amount()),
                Optional.empty(),
                form.holdUrls());
    }

    private Purchase productPurchase(TransactForm form, Grant grant) {
        Product product =
                directory.findProduct(form.product()).orElseThrow(() -> new Refusal(ProductEndpoints.UNKNOWN_PRODUCT));
        int quantity = form.productQuantity();
        BigDecimal amount = product.price().multiply(BigDecimal.valueOf(quantity));
        return new Purchase(
                grant.applicationKey(),
                grant.userName(),
                Optional.empty(),
                form.transactionId(),
                form.content(),
                LedgerEntry.Kind.PRODUCT,
                product.name(),
                quantity,
                Amounts.normal(amount),
                Optional.of(new Purchase.Delivery(product, inventory(form, grant))),
                form.holdUrls());
    }

    private Inventory inventory(TransactForm form, Grant grant) {
        return form.characterId()
                .map(id -> directory
                        .findCharacter(id, grant)
                        .orElseThrow(() -> new Refusal(ProductEndpoints.UNKNOWN_CHARACTER))
                        .inventory())
                .orElseGet(() -> Inventory.ofUser(grant.applicationKey(), grant.userName()));
    }

    private Answer answer(Request request, Purchase purchase, TransactOutcome outcome, Grant grant) {
        Verdict verdict = outcome.verdict();
        ObjectNode body = body(request, purchase.transactionId(), verdict);
        if (verdict.success() && grant.has(Scope.BALANCE)) {
            body.put("balance", outcome.balance());
        }
        if (verdict.success() && grant.has(Scope.INVENTORY) && purchase.kind() == LedgerEntry.Kind.PRODUCT) {
            body.put("product-count", outcome.productCount());
        }
        return Answer.json(200, body);
    }

    private Answer refused(Request request, TransactForm form, Grant grant, Verdict verdict) {
        ObjectNode body = body(request, form.transactionId(), verdict);
        if (verdict == Verdict.SUBSCRIPTION_AUTHORIZATION_PENDING) {
            debits.pendingAuthorization(form.subscriptionId(), grant)
                    .ifPresent(id -> body.put("subscription-authorization-id", id.toString()));
        }
        return Answer.json(200, body);
    }

    private ObjectNode body(Request request, String transactionId, Verdict verdict) {
        ObjectNode body = Json.object().put("success", verdict.success()).put("id", transactionId);
        if (!isBare(request)) {
            verdict.status().ifPresent(status -> body.put("status", status));
        }
        if (!isBare(request) || !verdict.success()) {
            body.put("reason", verdict.reason());
        }
        return body;
    }

    private boolean isBare(Request request) {
        return request.path().equals("/transact") && open.has(OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE);
    }
}
