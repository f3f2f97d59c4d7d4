package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.Optional;

/** The login form of the pages. */
final class Login {
    static final String FAILED = "Unknown user name or wrong password.";
    static final String OVER = "That login is over. Please log in again.";

    private Login() {}

    /** The text that tells a user which application asks for access. */
    static String reason(String applicationKey) {
        return "The application " + applicationKey + " asks for access to your account.";
    }

    /** Returns the account for the submitted user name and password. */
    static Optional<Account> account(RequestMembers fields, Registry registry) {
        return fields.optionalText("user-name")
                .flatMap(registry::findAccount)
                .filter(known -> fields.optionalText("password").equals(Optional.of(known.password())));
    }
}
