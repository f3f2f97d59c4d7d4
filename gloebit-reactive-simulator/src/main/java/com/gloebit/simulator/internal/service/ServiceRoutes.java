package com.gloebit.simulator.internal.service;

import com.gloebit.simulator.internal.endpoint.AccountEndpoints;
import com.gloebit.simulator.internal.endpoint.CharacterEndpoints;
import com.gloebit.simulator.internal.endpoint.ItemEndpoints;
import com.gloebit.simulator.internal.endpoint.ProductEndpoints;
import com.gloebit.simulator.internal.endpoint.SubscriptionEndpoints;
import com.gloebit.simulator.internal.endpoint.TokenEndpoint;
import com.gloebit.simulator.internal.endpoint.TransactEndpoint;
import com.gloebit.simulator.internal.hold.HoldSchedule;
import com.gloebit.simulator.internal.http.Routes;
import com.gloebit.simulator.internal.ledger.Items;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.page.AuthorizeEndpoint;
import com.gloebit.simulator.internal.page.PurchasePage;
import com.gloebit.simulator.internal.page.StatusPage;
import com.gloebit.simulator.internal.page.SubscriptionPage;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.EndpointPaths;
import com.gloebit.simulator.internal.wire.Violations;
import java.util.List;
import java.util.Map;

/** Creates the table of routes. */
final class ServiceRoutes {
    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");
    private static final List<String> GET_OR_POST = List.of("GET", "POST");
    private static final List<Integer> NO_PARAMETER = List.of(0);

    private final Routes table = new Routes();

    private ServiceRoutes() {}

    static Routes of(
            Registry registry,
            Ledger ledger,
            HoldSchedule schedule,
            Authorizations authorizations,
            Violations violations,
            OpenBehaviours open,
            ServiceResources resources) {
        BearerAuthentication authentication = new BearerAuthentication(authorizations);
        ServiceRoutes routes = new ServiceRoutes();
        routes.addAuthorization(
                new AuthorizeEndpoint(registry, authorizations, violations, open),
                new TokenEndpoint(registry, authorizations, violations, open));
        routes.addAccount(new AccountEndpoints(registry, ledger, authentication));
        routes.addTransact(new TransactEndpoint(registry, ledger, schedule, authentication, violations, open));
        routes.addCharacters(new CharacterEndpoints(registry, authentication));
        routes.addProducts(new ProductEndpoints(registry, ledger, authentication, open));
        routes.addItems(new ItemEndpoints(new Items(), ledger, authentication, resources.random()));
        routes.addSubscriptions(new SubscriptionEndpoints(
                registry, ledger, authentication, open, resources.clock(), resources.random()));
        routes.table.add(
                "/authorize-subscription",
                GET_OR_POST,
                List.of(1),
                new SubscriptionPage(registry, authorizations, violations));
        routes.table.add(
                "/purchase", GET_OR_POST, NO_PARAMETER, new PurchasePage(registry, ledger, authorizations, violations));
        StatusPage status = new StatusPage(registry, ledger, schedule, violations);
        routes.table.add("/", GET, NO_PARAMETER, status);
        routes.table.add("/status", GET, NO_PARAMETER, status);
        // Browsers request the icon on their own; this is not a violation.
        routes.table.add("/favicon.ico", GET, NO_PARAMETER, unused -> Answer.of(404, "text/plain", ""));
        return routes.table;
    }

    /** Adds the OAuth routes. A Python client of 2014 used conditional-authorize; no source says how it differed. */
    private void addAuthorization(AuthorizeEndpoint authorize, TokenEndpoint exchange) {
        table.add("/oauth2/authorize", GET_OR_POST, NO_PARAMETER, authorize);
        table.add("/oauth2/conditional-authorize", GET_OR_POST, NO_PARAMETER, authorize);
        table.add("/oauth2/access-token", GET_OR_POST, NO_PARAMETER, exchange);
    }

    private void addAccount(AccountEndpoints endpoints) {
        table.add("/no-op", GET_OR_POST, NO_PARAMETER, endpoints::verify);
        table.add("/user", GET_OR_POST, NO_PARAMETER, endpoints::user);
        table.add("/id", GET_OR_POST, NO_PARAMETER, endpoints::user);
        table.add("/balance", GET_OR_POST, NO_PARAMETER, endpoints::balance);
    }

    private void addTransact(TransactEndpoint endpoint) {
        table.add(EndpointPaths.TRANSACT, POST, NO_PARAMETER, endpoint);
        table.add(EndpointPaths.SECOND_TRANSACT, POST, NO_PARAMETER, endpoint);
        table.add(EndpointPaths.USER_PAYMENT, POST, NO_PARAMETER, endpoint);
    }

    /** Adds the routes of characters. The documentation and the Python client spell update differently. */
    private void addCharacters(CharacterEndpoints endpoints) {
        table.add("/get-characters", GET, NO_PARAMETER, endpoints::list);
        table.add("/create-character", POST, NO_PARAMETER, endpoints::create);
        table.add("/update-character", POST, NO_PARAMETER, endpoints::update);
        table.add("/update_character", POST, NO_PARAMETER, endpoints::update);
        table.add("/delete-character", Map.of("GET", List.of(1), "POST", NO_PARAMETER), endpoints::delete);
    }

    private void addProducts(ProductEndpoints endpoints) {
        table.add("/get-user-products", GET_OR_POST, NO_PARAMETER, endpoints::userProducts);
        table.add(
                "/get-character-products",
                Map.of("GET", List.of(1), "POST", List.of(0, 1)),
                endpoints::characterProducts);
        table.add("/grant-user-product", POST, List.of(0, 2), endpoints::grantUserProduct);
        table.add("/grant-character-product", POST, List.of(0, 3), endpoints::grantCharacterProduct);
        table.add("/consume-user-product", POST, List.of(0, 2), endpoints::consumeUserProduct);
        table.add("/consume-character-product", POST, List.of(0, 3), endpoints::consumeCharacterProduct);
        table.add("/set-user-product-count", POST, List.of(0, 2), endpoints::setUserProductCount);
        table.add("/set-character-product-count", POST, List.of(0, 3), endpoints::setCharacterProductCount);
    }

    private void addItems(ItemEndpoints endpoints) {
        table.add("/new-inventory-item", POST, NO_PARAMETER, endpoints::create);
        table.add("/get-inventory-item-ids", GET, List.of(0, 1), endpoints::list);
        table.add("/get-inventory-item", GET, List.of(1), endpoints::read);
        table.add("/update-inventory-item", List.of("POST", "PUT"), NO_PARAMETER, endpoints::update);
        table.add("/delete-inventory-item", POST, List.of(1), endpoints::delete);
    }

    private void addSubscriptions(SubscriptionEndpoints endpoints) {
        table.add(EndpointPaths.CREATE_SUBSCRIPTION, POST, NO_PARAMETER, endpoints::create);
        table.add(EndpointPaths.AUTHORIZE_SUBSCRIPTION, POST, NO_PARAMETER, endpoints::authorize);
    }
}
