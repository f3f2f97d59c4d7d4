package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a service begins with.
 *
 * @param emailAddresses user names by email address in lower case
 */
record ServiceDescription(
        Map<String, Application> applications,
        Map<String, Account> accounts,
        Map<String, BigDecimal> balances,
        Map<String, String> emailAddresses,
        Map<String, Product> products,
        Settlement settlement,
        CallbackBehaviour callbacks,
        OpenBehaviours open) {

    ServiceDescription {
        applications = Map.copyOf(applications);
        accounts = Map.copyOf(accounts);
        balances = Map.copyOf(balances);
        emailAddresses = Map.copyOf(emailAddresses);
        products = Map.copyOf(products);
    }

    /** A service in which nothing has happened yet. */
    SimulatedService begin(LateRequests late) {
        Registry registry = new Registry(applications, accounts, products, emailAddresses);
        HoldSchedule schedule = new HoldSchedule(callbacks);
        Ledger ledger = new Ledger(balances, registry, settlement, open, schedule);
        Authorizations authorizations = new Authorizations();
        Violations violations = new Violations(registry, authorizations);
        FaultQueue faults = new FaultQueue();
        Routes routes = Routes.of(registry, ledger, schedule, authorizations, violations, open);
        return new SimulatedService(
                registry,
                ledger,
                authorizations,
                violations,
                faults,
                routes,
                new HoldDispatcher(ledger, schedule, violations),
                new RequestProcessor(routes, faults, late, violations));
    }
}
