package com.gloebit.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Token check, identity and balance. */
final class AccountEndpoints {
    private final Registry registry;
    private final Ledger ledger;
    private final BearerAuthentication authentication;

    AccountEndpoints(Registry registry, Ledger ledger, BearerAuthentication authentication) {
        this.registry = registry;
        this.ledger = ledger;
        this.authentication = authentication;
    }

    Answer verify(Request request) {
        Bodies.expectNone(request);
        authentication.grant(request, "unknown token");
        return Answer.success(Json.object());
    }

    Answer user(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.USER);
        Account account = registry.account(grant.userName());
        ObjectNode members = Json.object()
                .put("id", account.id().toString())
                .put("name", account.userName())
                // What the Python and Unity clients read.
                .put("full-name", account.userName());
        return Answer.success(members);
    }

    Answer balance(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.BALANCE);
        return Answer.success(Json.object().put("balance", ledger.balance(grant.userName())));
    }
}
