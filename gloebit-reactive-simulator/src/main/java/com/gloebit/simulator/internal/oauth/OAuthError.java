package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.internal.wire.ContractViolation;

/** An error of the OAuth 2.0 vocabulary. The description names parameters, never values. */
public final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean departure;

    private OAuthError(String code, String description, boolean departure) {
        super(description, null, false, false);
        this.code = code;
        this.departure = departure;
    }

    /** A refusal of what the contract allows to ask. */
    public static OAuthError refusal(String code, String description) {
        return new OAuthError(code, description, false);
    }

    /** The client departed from the contract. */
    public static OAuthError departure(String code, String description) {
        return new OAuthError(code, description, true);
    }

    public static OAuthError invalidRequest(ContractViolation violation) {
        return departure("invalid_request", String.valueOf(violation.getMessage()));
    }

    public String code() {
        return code;
    }

    public boolean isDeparture() {
        return departure;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
