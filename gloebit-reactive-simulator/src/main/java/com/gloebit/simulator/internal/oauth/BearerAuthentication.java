package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import java.util.List;

/** Finds out what the bearer token of a request allows. */
public final class BearerAuthentication {
    private static final String PREFIX = "Bearer ";

    private final Authorizations authorizations;

    public BearerAuthentication(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    /** The grant behind the token; the reason is the service's word for a token it does not know. */
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
            throw new ContractViolation("a bearer token where none belongs");
        }
    }

    private static String token(Request request) {
        List<String> values = request.headers().getAll("Authorization");
        if (values.size() != 1 || !values.get(0).startsWith(PREFIX)) {
            throw new ContractViolation("there is no single Authorization header of the form Bearer TOKEN");
        }
        return values.get(0).substring(PREFIX.length());
    }
}
