package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a service begins with.
 *
 * @param emailAddresses user names by email address in lower case
 */
record Description(
        Map<String, Application> applications,
        Map<String, Account> accounts,
        Map<String, BigDecimal> balances,
        Map<String, String> emailAddresses,
        Map<String, Product> products,
        Settlement settlement,
        CallbackBehaviour callbacks,
        OpenBehaviours open) {

    Description {
        applications = Map.copyOf(applications);
        accounts = Map.copyOf(accounts);
        balances = Map.copyOf(balances);
        emailAddresses = Map.copyOf(emailAddresses);
        products = Map.copyOf(products);
    }

    /** A service in which nothing has happened yet. */
    Service begin(LateRequests late) {
        Directory directory = new Directory(applications, accounts, products, emailAddresses);
        HoldCourses courses = new HoldCourses(callbacks);
        Ledger ledger = new Ledger(balances, directory, settlement, open, courses);
        Authorizations authorizations = new Authorizations();
        Violations violations = new Violations(directory, authorizations);
        Faults faults = new Faults();
        Routes routes = Routes.of(directory, ledger, courses, authorizations, violations, open);
        return new Service(
                directory,
                ledger,
                authorizations,
                violations,
                faults,
                routes,
                new HoldQueue(ledger, courses, violations),
                new RequestProcessor(routes, faults, late, violations));
    }
}
