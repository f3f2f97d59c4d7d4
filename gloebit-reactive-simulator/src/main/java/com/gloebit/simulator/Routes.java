package com.gloebit.simulator;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The paths of the service. */
final class Routes {
    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");
    private static final List<String> GET_OR_POST = List.of("GET", "POST");
    private static final List<Integer> NO_PARAMETER = List.of(0);

    private final Map<String, Route> routes = new TreeMap<>();

    private Routes() {}

    static Routes of(
            Registry registry,
            Ledger ledger,
            HoldSchedule schedule,
            Authorizations authorizations,
            Violations violations,
            OpenBehaviours open) {
        BearerAuthentication authentication = new BearerAuthentication(authorizations);
        Routes routes = new Routes();
        routes.addAuthorization(
                new AuthorizeEndpoint(registry, authorizations, violations, open),
                new TokenEndpoint(registry, authorizations, violations, open));
        routes.addAccount(new AccountEndpoints(registry, ledger, authentication));
        routes.addTransact(new TransactEndpoint(registry, ledger, schedule, authentication, violations, open));
        routes.addCharacters(new CharacterEndpoints(registry, authentication));
        routes.addProducts(new ProductEndpoints(registry, ledger, authentication, open));
        routes.addItems(new ItemEndpoints(new Items(), ledger, authentication));
        routes.addSubscriptions(new SubscriptionEndpoints(registry, ledger, authentication, open));
        routes.add(
                "/authorize-subscription",
                GET_OR_POST,
                List.of(1),
                new SubscriptionPage(registry, authorizations, violations));
        routes.add(
                "/purchase", GET_OR_POST, NO_PARAMETER, new PurchasePage(registry, ledger, authorizations, violations));
        StatusPage status = new StatusPage(registry, ledger, schedule, violations);
        routes.add("/", GET, NO_PARAMETER, status);
        routes.add("/status", GET, NO_PARAMETER, status);
        // Browsers ask for it unbidden, which is no violation.
        routes.add("/favicon.ico", GET, NO_PARAMETER, unused -> Answer.of(404, "text/plain", ""));
        return routes;
    }

    /** The route of a path that a test names. */
    Route named(String path) {
        return Optional.ofNullable(routes.get(path))
                .orElseThrow(
                        () -> new IllegalArgumentException("path is " + path + "; allowed are " + routes.keySet()));
    }

    Set<String> paths() {
        return routes.keySet();
    }

    List<String> forms() {
        return routes.values().stream().flatMap(Route::forms).sorted().toList();
    }

    Optional<Route> find(String path) {
        return Optional.ofNullable(routes.get(path));
    }

    /** A Python client of 2014 went to another page, of which no source says what it did differently. */
    private void addAuthorization(AuthorizeEndpoint authorize, TokenEndpoint exchange) {
        add("/oauth2/authorize", GET_OR_POST, NO_PARAMETER, authorize);
        add("/oauth2/conditional-authorize", GET_OR_POST, NO_PARAMETER, authorize);
        add("/oauth2/access-token", GET_OR_POST, NO_PARAMETER, exchange);
    }

    private void addAccount(AccountEndpoints endpoints) {
        add("/no-op", GET_OR_POST, NO_PARAMETER, endpoints::verify);
        add("/user", GET_OR_POST, NO_PARAMETER, endpoints::user);
        add("/id", GET_OR_POST, NO_PARAMETER, endpoints::user);
        add("/balance", GET_OR_POST, NO_PARAMETER, endpoints::balance);
    }

    private void addTransact(TransactEndpoint endpoint) {
        add(TransactForm.FIRST_PATH, POST, NO_PARAMETER, endpoint);
        add("/v2/transact", POST, NO_PARAMETER, endpoint);
        add(TransactForm.USER_PAYMENT_PATH, POST, NO_PARAMETER, endpoint);
    }

    /** Replacing has two spellings: the documentation's and the Python client's. */
    private void addCharacters(CharacterEndpoints endpoints) {
        add("/get-characters", GET, NO_PARAMETER, endpoints::list);
        add("/create-character", POST, NO_PARAMETER, endpoints::create);
        add("/update-character", POST, NO_PARAMETER, endpoints::update);
        add("/update_character", POST, NO_PARAMETER, endpoints::update);
        add("/delete-character", Map.of("GET", List.of(1), "POST", NO_PARAMETER), endpoints::delete);
    }

    private void addProducts(ProductEndpoints endpoints) {
        add("/get-user-products", GET_OR_POST, NO_PARAMETER, endpoints::userProducts);
        add("/get-character-products", Map.of("GET", List.of(1), "POST", List.of(0, 1)), endpoints::characterProducts);
        add("/grant-user-product", POST, List.of(0, 2), endpoints::grantUserProduct);
        add("/grant-character-product", POST, List.of(0, 3), endpoints::grantCharacterProduct);
        add("/consume-user-product", POST, List.of(0, 2), endpoints::consumeUserProduct);
        add("/consume-character-product", POST, List.of(0, 3), endpoints::consumeCharacterProduct);
        add("/set-user-product-count", POST, List.of(0, 2), endpoints::setUserProductCount);
        add("/set-character-product-count", POST, List.of(0, 3), endpoints::setCharacterProductCount);
    }

    private void addItems(ItemEndpoints endpoints) {
        add("/new-inventory-item", POST, NO_PARAMETER, endpoints::create);
        add("/get-inventory-item-ids", GET, List.of(0, 1), endpoints::list);
        add("/get-inventory-item", GET, List.of(1), endpoints::read);
        add("/update-inventory-item", List.of("POST", "PUT"), NO_PARAMETER, endpoints::update);
        add("/delete-inventory-item", POST, List.of(1), endpoints::delete);
    }

    private void addSubscriptions(SubscriptionEndpoints endpoints) {
        add(SubscriptionEndpoints.CREATE_PATH, POST, NO_PARAMETER, endpoints::create);
        add(SubscriptionEndpoints.AUTHORIZE_PATH, POST, NO_PARAMETER, endpoints::authorize);
    }

    private void add(String path, List<String> verbs, List<Integer> pathParameters, Endpoint endpoint) {
        add(path, verbs.stream().collect(toMap(verb -> verb, unused -> pathParameters)), endpoint);
    }

    private void add(String path, Map<String, List<Integer>> pathParametersByVerb, Endpoint endpoint) {
        routes.put(path, new Route(path, pathParametersByVerb, endpoint));
    }
}
