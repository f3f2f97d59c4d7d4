package com.gloebit.simulator;

/** An error of the OAuth 2.0 vocabulary. The description names parameters, never values. */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean departure;

    private OAuthError(String code, String description, boolean departure) {
        super(description, null, false, false);
        this.code = code;
        this.departure = departure;
    }

    /** A refusal of what the contract allows to ask. */
    static OAuthError refusal(String code, String description) {
        return new OAuthError(code, description, false);
    }

    /** The client departed from the contract. */
    static OAuthError departure(String code, String description) {
        return new OAuthError(code, description, true);
    }

    static OAuthError invalidRequest(ContractViolation violation) {
        return departure("invalid_request", String.valueOf(violation.getMessage()));
    }

    String code() {
        return code;
    }

    boolean isDeparture() {
        return departure;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
