package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.wire.Amounts;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.Violations;
import java.math.BigDecimal;
import java.util.Optional;

/** The page on which a user buys gloebits. No money is charged. */
public final class PurchasePage implements Endpoint {
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000");

    private final Registry registry;
    private final Ledger ledger;
    private final Authorizations authorizations;
    private final Violations violations;

    public PurchasePage(Registry registry, Ledger ledger, Authorizations authorizations, Violations violations) {
        this.registry = registry;
        this.ledger = ledger;
        this.authorizations = authorizations;
        this.violations = violations;
    }

    @Override
    public Answer answer(Request request) {
        try {
            BearerAuthentication.refuse(request);
            return step(request, PurchaseRequest.of(request.rawQuery(), registry));
        } catch (ContractViolation violation) {
            String text = violations.record(request.path(), String.valueOf(violation.getMessage()));
            return Answer.html(400, Pages.problem(text));
        }
    }

    private Answer step(Request request, PurchaseRequest purchase) {
        if (!request.isPost()) {
            return loginPage(request, "");
        }
        RequestMembers fields = RequestMembers.ofForm(request.body());
        return fields.optionalText("login")
                .map(login -> buy(request, purchase, login, fields))
                .orElseGet(() -> login(request, fields));
    }

    private Answer login(Request request, RequestMembers fields) {
        return Login.account(fields, registry)
                .map(account -> offer(request, account.userName(), ""))
                .orElseGet(() -> loginPage(request, Login.FAILED));
    }

    /** Buys gloebits. A login allows one purchase, so that a repeated form has no effect. */
    private Answer buy(Request request, PurchaseRequest purchase, String login, RequestMembers fields) {
        Optional<String> userName = authorizations.endLogin(login);
        if (userName.isEmpty()) {
            return loginPage(request, Login.OVER);
        }
        return fields.optionalText("amount")
                .flatMap(PurchasePage::amount)
                .map(amount -> bought(purchase, userName.get(), amount))
                .orElseGet(() -> offer(
                        request, userName.get(), "Please type an amount above 0, and not above " + MAX_AMOUNT + "."));
    }

    /** Parses the amount that a user typed. A typing error is not a violation of the contract. */
    private static Optional<BigDecimal> amount(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()))
                    .filter(amount ->
                            Amounts.reasonable(amount) && amount.signum() > 0 && amount.compareTo(MAX_AMOUNT) <= 0);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Answer bought(PurchaseRequest purchase, String userName, BigDecimal amount) {
        ledger.deposit(userName, Amounts.normal(amount));
        return Answer.html(200, Pages.bought(amount, ledger.balance(userName), purchase.returnTo()));
    }

    private Answer offer(Request request, String userName, String alert) {
        String login = authorizations.login(userName);
        return Answer.html(200, Pages.purchase(action(request), userName, ledger.balance(userName), login, alert));
    }

    private static Answer loginPage(Request request, String alert) {
        return Answer.html(200, Pages.login(action(request), "Log in to buy gloebits.", alert));
    }

    private static String action(Request request) {
        return request.rawQuery().isEmpty() ? request.path() : request.path() + "?" + request.rawQuery();
    }
}
