package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.internal.oauth.ApplicationLookup;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.wire.Arguments;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.RandomSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The applications, accounts, products, characters and subscriptions of the service. */
public final class Registry implements ApplicationLookup {
    private final Map<String, Account> accounts;
    /** Values are replaced; keys are not added or removed. */
    private final Map<String, Application> applications;
    /** Values are replaced; keys are not added or removed. */
    private final Map<String, Product> products;

    private final Map<String, String> emailAddresses;
    private final Characters characters;
    private final Subscriptions subscriptions = new Subscriptions();

    /**
     * Copies the maps.
     *
     * @param emailAddresses user names by email address in lower case
     */
    public Registry(
            Map<String, Application> applications,
            Map<String, Account> accounts,
            Map<String, Product> products,
            Map<String, String> emailAddresses,
            RandomSource random) {
        this.applications = new ConcurrentHashMap<>(applications);
        this.accounts = Map.copyOf(accounts);
        this.products = new ConcurrentHashMap<>(products);
        this.emailAddresses = Map.copyOf(emailAddresses);
        this.characters = new Characters(random);
    }

    public Application application(String key) {
        return findApplication(key).orElseThrow(() -> unknown("applicationKey", key, applications.keySet()));
    }

    public Account account(String userName) {
        return findAccount(userName).orElseThrow(() -> unknown("userName", userName, accounts.keySet()));
    }

    public PlayerCharacter character(UUID id) {
        return characters.find(id).orElseThrow(() -> unknown("characterId", id, characters.ids()));
    }

    @Override
    public Optional<Application> findApplication(String key) {
        return Optional.ofNullable(applications.get(key));
    }

    public Optional<Account> findAccount(String userName) {
        return Optional.ofNullable(accounts.get(userName));
    }

    public Optional<Account> findAccount(UUID id) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    public Optional<Account> findAccountByEmail(String address) {
        return Optional.ofNullable(emailAddresses.get(address.toLowerCase(Locale.ROOT)))
                .map(this::account);
    }

    public Optional<Product> findProduct(String name) {
        return Optional.ofNullable(products.get(name));
    }

    public void allowRedirect(String applicationKey, URI prefix) {
        Arguments.absolute("prefix", prefix);
        if (applications.computeIfPresent(applicationKey, (unused, known) -> allowing(known, prefix)) == null) {
            throw unknown("applicationKey", applicationKey, applications.keySet());
        }
    }

    private static Application allowing(Application known, URI prefix) {
        List<URI> prefixes = new ArrayList<>(known.redirectPrefixes());
        prefixes.add(prefix);
        return new Application(known.key(), known.secret(), prefixes, known.anyLoopbackPort());
    }

    public void change(Product product) {
        if (products.replace(product.name(), product) == null) {
            throw unknown("product", product.name(), products.keySet());
        }
    }

    /** Returns a copy with the current configuration of the product. */
    public Purchase.ProductDelivery current(Purchase.ProductDelivery asked) {
        Product product = products.getOrDefault(asked.product().name(), asked.product());
        return new Purchase.ProductDelivery(product, asked.inventory());
    }

    /** Returns a character; empty if it belongs to another user or application. */
    public Optional<PlayerCharacter> findCharacter(UUID id, Grant owner) {
        return characters.find(id).filter(character -> character.belongsTo(owner));
    }

    public UUID createCharacter(String applicationKey, String userName, String name) {
        Arguments.notBlank("name", name);
        return characters
                .create(applicationKey, userName, name, Json.object())
                .orElseThrow(() -> new IllegalArgumentException(
                        "name is " + name + "; the application has a character with this name; a new name is needed"))
                .id();
    }

    public Characters characters() {
        return characters;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Collection<Application> applications() {
        return applications.values();
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public Collection<Product> products() {
        return products.values();
    }

    private static IllegalArgumentException unknown(String argument, Object given, Collection<?> allowed) {
        return new IllegalArgumentException(argument + " is " + given + "; known are " + allowed);
    }
}
