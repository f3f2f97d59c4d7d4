package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.internal.wire.ContractViolation;

/** An error with an OAuth 2.0 error code. The description names parameters, never values. */
public final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean violation;

    private OAuthError(String code, String description, boolean violation) {
        super(description, null, false, false);
        this.code = code;
        this.violation = violation;
    }

    /** Returns the error for a request that conforms to the contract. */
    public static OAuthError refusal(String code, String description) {
        return new OAuthError(code, description, false);
    }

    /** Returns the error for a violation of the contract. */
    public static OAuthError violation(String code, String description) {
        return new OAuthError(code, description, true);
    }

    public static OAuthError invalidRequest(ContractViolation cause) {
        return violation("invalid_request", String.valueOf(cause.getMessage()));
    }

    public String code() {
        return code;
    }

    public boolean isViolation() {
        return violation;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
