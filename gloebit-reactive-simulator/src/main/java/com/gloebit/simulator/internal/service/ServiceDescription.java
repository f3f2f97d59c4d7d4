package com.gloebit.simulator.internal.service;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.internal.hold.CallbackSettings;
import com.gloebit.simulator.internal.hold.HoldDispatcher;
import com.gloebit.simulator.internal.hold.HoldSchedule;
import com.gloebit.simulator.internal.http.FaultQueue;
import com.gloebit.simulator.internal.http.LateRequestQueue;
import com.gloebit.simulator.internal.http.RequestProcessor;
import com.gloebit.simulator.internal.http.Routes;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.wire.Violations;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The initial state and the settings of a service.
 *
 * @param emailAddresses user names by email address in lower case
 */
public record ServiceDescription(
        Map<String, Application> applications,
        Map<String, Account> accounts,
        Map<String, BigDecimal> balances,
        Map<String, String> emailAddresses,
        Map<String, Product> products,
        Settlement settlement,
        CallbackSettings callbacks,
        OpenBehaviours open) {

    public ServiceDescription {
        applications = Map.copyOf(applications);
        accounts = Map.copyOf(accounts);
        balances = Map.copyOf(balances);
        emailAddresses = Map.copyOf(emailAddresses);
        products = Map.copyOf(products);
    }

    /** Creates a service in the initial state. */
    public SimulatedService begin(LateRequestQueue late, ServiceResources resources) {
        Registry registry = new Registry(applications, accounts, products, emailAddresses, resources.random());
        HoldSchedule schedule = new HoldSchedule(callbacks);
        Ledger ledger = new Ledger(balances, registry, settlement, open, schedule);
        Authorizations authorizations = new Authorizations(resources.random());
        Violations violations = new Violations(() -> Stream.concat(
                authorizations.secrets().stream(),
                registry.applications().stream().map(Application::secret)));
        FaultQueue faults = new FaultQueue();
        Routes routes = ServiceRoutes.of(registry, ledger, schedule, authorizations, violations, open, resources);
        return new SimulatedService(
                registry,
                ledger,
                authorizations,
                violations,
                faults,
                routes,
                new HoldDispatcher(ledger, schedule, violations, resources.holdCaller()),
                new RequestProcessor(routes, faults, late, violations));
    }
}
