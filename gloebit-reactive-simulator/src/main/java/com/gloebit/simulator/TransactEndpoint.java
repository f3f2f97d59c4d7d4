package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Purchases of items and products, in both versions of the endpoint. */
final class TransactEndpoint implements Endpoint {
    private final Directory directory;
    private final Ledger ledger;
    private final BearerAuthentication authentication;
    private final Violations violations;
    private final OpenBehaviours open;

    TransactEndpoint(
            Directory directory,
            Ledger ledger,
            BearerAuthentication authentication,
            Violations violations,
            OpenBehaviours open) {
        this.directory = directory;
        this.ledger = ledger;
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
        if (form.automated()) {
            return subscriptionRefused(form);
        }
        Purchase purchase = form.isProduct() ? productPurchase(form, grant) : itemPurchase(form, grant);
        TransactOutcome outcome = ledger.transact(purchase);
        if (!outcome.sameContent()) {
            violations.record(request.path(), "a transaction id came again with other content");
        }
        return answer(request, purchase, outcome, grant);
    }

    private static Answer subscriptionRefused(TransactForm form) {
        ObjectNode body = Json.object().put("success", false).put("id", form.transactionId());
        if (form.hasSubscription()) {
            body.put("status", "unknown-subscription").put("reason", "there is no such subscription");
        } else {
            body.put("reason", "Transaction with automated-transaction=True is missing subscription-id");
        }
        return Answer.json(200, body);
    }

    private Purchase itemPurchase(TransactForm form, Grant grant) {
        return new Purchase(
                grant.applicationKey(),
                grant.userName(),
                form.transactionId(),
                form.content(),
                LedgerEntry.Kind.ITEM,
                form.assetCode(),
                form.assetQuantity(),
                Amounts.normal(form.amount()),
                Optional.empty());
    }

    private Purchase productPurchase(TransactForm form, Grant grant) {
        Product product =
                directory.findProduct(form.product()).orElseThrow(() -> new Refusal(ProductEndpoints.UNKNOWN_PRODUCT));
        int quantity = form.productQuantity();
        BigDecimal amount = product.price().multiply(BigDecimal.valueOf(quantity));
        return new Purchase(
                grant.applicationKey(),
                grant.userName(),
                form.transactionId(),
                form.content(),
                LedgerEntry.Kind.PRODUCT,
                product.name(),
                quantity,
                Amounts.normal(amount),
                Optional.of(new Purchase.Delivery(product, inventory(form, grant))));
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
        ObjectNode body = Json.object().put("success", verdict.success()).put("id", purchase.transactionId());
        if (!isBare(request)) {
            verdict.status().ifPresent(status -> body.put("status", status));
        }
        if (!isBare(request) || !verdict.success()) {
            body.put("reason", verdict.reason());
        }
        if (verdict.success() && grant.has(Scope.BALANCE)) {
            body.put("balance", outcome.balance());
        }
        if (verdict.success() && grant.has(Scope.INVENTORY) && purchase.kind() == LedgerEntry.Kind.PRODUCT) {
            body.put("product-count", outcome.productCount());
        }
        return Answer.json(200, body);
    }

    private boolean isBare(Request request) {
        return request.path().equals("/transact") && open.has(OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE);
    }
}
