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

    /** Why an application sends a user to log in. */
    static String reason(String applicationKey) {
        return "The application " + applicationKey + " asks for access to your account.";
    }

    /** The account whose user name and password are typed in. */
    static Optional<Account> account(RequestMembers fields, Registry registry) {
        return fields.optionalText("user-name")
                .flatMap(registry::findAccount)
                .filter(known -> fields.optionalText("password").equals(Optional.of(known.password())));
    }
}
