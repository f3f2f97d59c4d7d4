package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** Token check, identity and balance. */
public final class AccountEndpoints {
    private final Registry registry;
    private final Ledger ledger;
    private final BearerAuthentication authentication;

    public AccountEndpoints(Registry registry, Ledger ledger, BearerAuthentication authentication) {
        this.registry = registry;
        this.ledger = ledger;
        this.authentication = authentication;
    }

    public Answer verify(Request request) {
        Bodies.expectNone(request);
        authentication.grant(request, "unknown token");
        return Answer.success(Json.object());
    }

    public Answer user(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.USER);
        Account account = registry.account(grant.userName());
        ObjectNode members = Json.object()
                .put("id", account.id().toString())
                .put("name", account.userName())
                // The Python and Unity clients read this member.
                .put("full-name", account.userName());
        return Answer.success(members);
    }

    public Answer balance(Request request) {
        Bodies.expectNone(request);
        Grant grant = authentication.grant(request, Scope.BALANCE);
        return Answer.success(Json.object().put("balance", ledger.balance(grant.userName())));
    }
}
