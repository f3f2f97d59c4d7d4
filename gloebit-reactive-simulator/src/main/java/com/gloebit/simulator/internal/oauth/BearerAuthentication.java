package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import java.util.List;

/** Finds the grant of a request's bearer token. */
public final class BearerAuthentication {
    private static final String PREFIX = "Bearer ";

    private final Authorizations authorizations;

    public BearerAuthentication(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    /** Returns the token's grant; refuses an unknown token with the given reason. */
    public Grant grant(Request request, String unknownTokenReason) {
        return authorizations.grantOf(token(request)).orElseThrow(() -> new Refusal(unknownTokenReason));
    }

    public Grant grant(Request request, Scope needed) {
        return grant(request, needed, "unknown token");
    }

    public Grant grant(Request request, Scope needed, String unknownTokenReason) {
        Grant grant = grant(request, unknownTokenReason);
        if (!grant.has(needed)) {
            throw new Refusal("the token's scope lacks " + needed.word());
        }
        return grant;
    }

    public static void refuse(Request request) {
        if (request.headers().get("Authorization", "").startsWith(PREFIX)) {
            throw new ContractViolation("the request has a bearer token, which is not allowed");
        }
    }

    private static String token(Request request) {
        List<String> values = request.headers().getAll("Authorization");
        if (values.size() != 1 || !values.get(0).startsWith(PREFIX)) {
            throw new ContractViolation("the request needs exactly one Authorization header of the form Bearer TOKEN");
        }
        return values.get(0).substring(PREFIX.length());
    }
}
