package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.ledger.Subscription;
import com.gloebit.simulator.internal.ledger.SubscriptionAuthorization;
import com.gloebit.simulator.internal.ledger.Subscriptions;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.Violations;
import java.util.Optional;
import java.util.UUID;

/** The page on which a user approves or declines a subscription. */
public final class SubscriptionPage implements Endpoint {
    private final Registry registry;
    private final Subscriptions subscriptions;
    private final Authorizations authorizations;
    private final Violations violations;

    public SubscriptionPage(Registry registry, Authorizations authorizations, Violations violations) {
        this.registry = registry;
        this.subscriptions = registry.subscriptions();
        this.authorizations = authorizations;
        this.violations = violations;
    }

    @Override
    public Answer answer(Request request) {
        try {
            BearerAuthentication.refuse(request);
            Bodies.expectNoQuery(request);
            UUID id = RequestMembers.uuid(
                    "the authorization's id", request.pathParameters().get(0));
            return subscriptions
                    .findAuthorization(id)
                    .map(authorization -> step(request, authorization))
                    .orElseGet(() -> Answer.html(404, Pages.problem("There is no such subscription authorization.")));
        } catch (ContractViolation violation) {
            String text = violations.record(request.path(), String.valueOf(violation.getMessage()));
            return Answer.html(400, Pages.problem(text));
        }
    }

    private Answer step(Request request, SubscriptionAuthorization authorization) {
        if (!request.isPost()) {
            return loginPage(authorization, "");
        }
        RequestMembers fields = RequestMembers.ofForm(request.body());
        return fields.optionalText("login")
                .map(login -> decide(authorization, login, fields))
                .orElseGet(() -> login(authorization, fields));
    }

    private Answer login(SubscriptionAuthorization authorization, RequestMembers fields) {
        Optional<Account> account = Login.account(fields, registry);
        if (account.isEmpty()) {
            return loginPage(authorization, Login.FAILED);
        }
        if (!account.get().userName().equals(authorization.userName())) {
            return loginPage(authorization, "Another user is asked for this subscription.");
        }
        String login = authorizations.login(authorization.userName());
        return Answer.html(
                200,
                Pages.subscription(
                        action(authorization), authorization.userName(), subscription(authorization), login));
    }

    private Answer decide(SubscriptionAuthorization authorization, String login, RequestMembers fields) {
        if (!authorizations.endLogin(login).equals(Optional.of(authorization.userName()))) {
            return loginPage(authorization, Login.OVER);
        }
        boolean approved = fields.optionalText("decision").equals(Optional.of("approve"));
        subscriptions.decide(authorization.id(), approved);
        return Answer.html(200, Pages.subscriptionDecided(subscription(authorization), approved));
    }

    private Subscription subscription(SubscriptionAuthorization authorization) {
        return subscriptions.find(authorization.subscriptionId()).orElseThrow();
    }

    private Answer loginPage(SubscriptionAuthorization authorization, String alert) {
        String key = subscription(authorization).applicationKey();
        return Answer.html(200, Pages.login(action(authorization), Login.reason(key), alert));
    }

    private static String action(SubscriptionAuthorization authorization) {
        return "/authorize-subscription/" + authorization.id() + "/";
    }
}
