package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

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
        CallbackSettings callbacks,
        OpenBehaviours open) {

    ServiceDescription {
        applications = Map.copyOf(applications);
        accounts = Map.copyOf(accounts);
        balances = Map.copyOf(balances);
        emailAddresses = Map.copyOf(emailAddresses);
        products = Map.copyOf(products);
    }

    /** A service in which nothing has happened yet. */
    SimulatedService begin(LateRequestQueue late) {
        Registry registry = new Registry(applications, accounts, products, emailAddresses);
        HoldSchedule schedule = new HoldSchedule(callbacks);
        Ledger ledger = new Ledger(balances, registry, settlement, open, schedule);
        Authorizations authorizations = new Authorizations();
        Violations violations = new Violations(() -> Stream.concat(
                authorizations.secrets().stream(),
                registry.applications().stream().map(Application::secret)));
        FaultQueue faults = new FaultQueue();
        Routes routes = ServiceRoutes.of(registry, ledger, schedule, authorizations, violations, open);
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
