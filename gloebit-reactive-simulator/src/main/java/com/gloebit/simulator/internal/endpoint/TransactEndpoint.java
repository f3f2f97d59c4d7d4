package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.internal.hold.HoldSchedule;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Characters;
import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Purchase;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.ledger.TransactOutcome;
import com.gloebit.simulator.internal.ledger.TransactReply;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Amounts;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.DeferredAnswer;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.EndpointPaths;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.Violations;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Purchases of items and products in both versions of the endpoint, payments between users, and subscription debits.
 */
public final class TransactEndpoint implements Endpoint {
    private final Registry registry;
    private final Ledger ledger;
    private final HoldSchedule schedule;
    private final SubscriptionDebits debits;
    private final BearerAuthentication authentication;
    private final Violations violations;
    private final OpenBehaviours open;

    public TransactEndpoint(
            Registry registry,
            Ledger ledger,
            HoldSchedule schedule,
            BearerAuthentication authentication,
            Violations violations,
            OpenBehaviours open) {
        this.registry = registry;
        this.ledger = ledger;
        this.schedule = schedule;
        this.debits = new SubscriptionDebits(registry.subscriptions());
        this.authentication = authentication;
        this.violations = violations;
        this.open = open;
    }

    @Override
    public Answer answer(Request request) {
        Bodies.expectNoQuery(request);
        Grant grant = authentication.grant(request, Scope.TRANSACT, "unknown OAuth2 token");
        TransactForm form = TransactForm.of(
                request, registry.application(grant.applicationKey()), registry.account(grant.userName()));
        if (open.has(OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS)) {
            form.refuseLaterMembers(request);
        }
        return refusal(form, grant)
                .map(reply -> refused(request, form, grant, reply))
                .orElseGet(() -> transact(request, form, grant));
    }

    /** Returns the refusal of a new transaction. Later decisions of the user do not change a booked one. */
    private Optional<TransactReply> refusal(TransactForm form, Grant grant) {
        if (ledger.knows(new Purchase.Key(grant.applicationKey(), form.transactionId()))) {
            return Optional.empty();
        }
        Optional<TransactReply> refusal =
                form.automated() ? debits.refusal(form.subscriptionId(), grant) : Optional.empty();
        return refusal.or(() -> payeeRefusal(form));
    }

    private Optional<TransactReply> payeeRefusal(TransactForm form) {
        if (!form.isUserPayment()) {
            return Optional.empty();
        }
        if (!form.namesSeller()) {
            return Optional.of(TransactReply.UNNAMED_PAYEE);
        }
        return payee(form).isPresent() ? Optional.empty() : Optional.of(TransactReply.UNKNOWN_PAYEE);
    }

    /** Finds the payee by id. Without an id, by email address, which may belong to no account. */
    private Optional<String> payee(TransactForm form) {
        return form.sellerId()
                .map(registry::findAccount)
                .orElseGet(() -> form.sellerEmailAddress().flatMap(registry::findAccountByEmail))
                .map(Account::userName);
    }

    private Answer transact(Request request, TransactForm form, Grant grant) {
        Purchase purchase = form.isProduct() ? productPurchase(form, grant) : itemPurchase(form, grant);
        TransactOutcome outcome = ledger.transact(purchase);
        if (!outcome.sameContent()) {
            violations.record(request.path(), "a transaction id was repeated with different content");
        }
        Answer answer = answer(request, purchase, outcome, grant);
        return outcome.isNew() && !purchase.holdUrls().isEmpty()
                ? answer.with(deferred(
                        answer,
                        purchase,
                        outcome.reply(),
                        () -> answer(request, purchase, ledger.decided(purchase), grant)))
                : answer;
    }

    /** Defers the answer as the callback timing requires. A transaction that is queued again is answered at once. */
    private DeferredAnswer deferred(Answer first, Purchase purchase, TransactReply reply, Supplier<Answer> last) {
        return new DeferredAnswer(
                schedule.beforeAnswer(purchase)
                        .filter(unused -> reply != TransactReply.KNOWN)
                        .map(until -> until.then(Mono.fromSupplier(last)))
                        .orElseGet(() -> Mono.just(first)),
                () -> schedule.answered(purchase));
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
                registry.findProduct(form.product()).orElseThrow(() -> new Refusal(ProductEndpoints.UNKNOWN_PRODUCT));
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
                Optional.of(new Purchase.ProductDelivery(product, inventory(form, grant))),
                form.holdUrls());
    }

    private Inventory inventory(TransactForm form, Grant grant) {
        return form.characterId()
                .map(id -> registry.findCharacter(id, grant)
                        .orElseThrow(() -> new Refusal(Characters.UNKNOWN))
                        .inventory())
                .orElseGet(() -> Inventory.ofUser(grant.applicationKey(), grant.userName()));
    }

    private Answer answer(Request request, Purchase purchase, TransactOutcome outcome, Grant grant) {
        TransactReply reply = outcome.reply();
        ObjectNode body = body(request, purchase.transactionId(), reply);
        if (reply.success() && grant.has(Scope.BALANCE)) {
            body.put("balance", outcome.balance());
        }
        if (reply.success() && grant.has(Scope.INVENTORY) && purchase.kind() == LedgerEntry.Kind.PRODUCT) {
            body.put("product-count", outcome.productCount());
        }
        return Answer.json(200, body);
    }

    private Answer refused(Request request, TransactForm form, Grant grant, TransactReply reply) {
        ObjectNode body = body(request, form.transactionId(), reply);
        if (reply == TransactReply.SUBSCRIPTION_AUTHORIZATION_PENDING) {
            debits.pendingAuthorization(form.subscriptionId(), grant)
                    .ifPresent(id -> body.put("subscription-authorization-id", id.toString()));
        }
        return Answer.json(200, body);
    }

    private ObjectNode body(Request request, String transactionId, TransactReply reply) {
        ObjectNode body = Json.object().put("success", reply.success()).put("id", transactionId);
        if (!isBare(request)) {
            reply.status().ifPresent(status -> body.put("status", status));
        }
        if (!isBare(request) || !reply.success()) {
            body.put("reason", reply.reason());
        }
        return body;
    }

    private boolean isBare(Request request) {
        return request.path().equals(EndpointPaths.TRANSACT)
                && open.has(OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE);
    }
}
