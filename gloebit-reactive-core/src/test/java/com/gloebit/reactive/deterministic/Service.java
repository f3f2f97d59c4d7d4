package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.internal.http.LateRequestQueue;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.oauth.AuthorizationCode;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.service.ServiceDescription;
import com.gloebit.simulator.internal.service.ServiceResources;
import com.gloebit.simulator.internal.service.SimulatedService;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.RandomSource;
import io.netty.handler.codec.http.HttpHeaders;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gloebit: the simulator's ledger and endpoints, without its server. */
final class Service {
    static final String KEY = "shop";
    static final String SECRET = "secret-of-the-shop";
    static final URI HOLDS = URI.create("https://shop.example/holds");
    static final URI REDIRECT = URI.create("https://shop.example/back");
    static final String SCOPE = "user balance inventory transact";
    static final List<Product> PRODUCTS = List.of(
            Product.of("Torch", BigDecimal.ONE).withGrantable(true),
            Product.of("Sword", new BigDecimal("25")).withGrantable(true),
            Product.of("Relic", BigDecimal.ONE).withGrantable(true).withAvailable(false),
            Product.of("Charm", BigDecimal.ONE).withGrantable(true));
    /** The products that are bought, granted and consumed. The count of the other one is set. */
    static final List<String> COUNTED = List.of("Torch", "Sword", "Relic");

    private static final Duration LEAST = Duration.ofNanos(20_000);
    private static final Duration MOST = Duration.ofMillis(20);

    private final World world;
    private final SimulatedService simulated;
    private boolean isUp = true;
    private int life;

    Service(World world, Chance chance) {
        this.world = world;
        Map<String, Account> accounts = new HashMap<>();
        Map<String, BigDecimal> balances = new HashMap<>();
        for (String user : world.users) {
            accounts.put(user, new Account(user, "password"));
            balances.put(user, new BigDecimal(world.setting.funds()));
        }
        this.simulated = new ServiceDescription(
                        Map.of(KEY, Application.of(KEY, SECRET, URI.create("https://shop.example/"))),
                        accounts,
                        balances,
                        Map.of(),
                        PRODUCTS.stream().collect(Collectors.toMap(Product::name, product -> product)),
                        Settlement.IMMEDIATE,
                        world.setting.callbacks(),
                        new OpenBehaviours(world.setting.open()))
                .begin(
                        new LateRequestQueue(),
                        new ServiceResources(
                                new CallbackNetwork(world, this, chance.fork()),
                                Clock.systemUTC(),
                                new RandomSource(() -> chance)));
    }

    Ledger ledger() {
        return simulated.ledger();
    }

    SimulatedService simulated() {
        return simulated;
    }

    private String issueToken(String user) {
        return simulated.authorizations().issue(new Grant(KEY, user, Scope.parse(SCOPE)));
    }

    /** The user has a credential that is valid. */
    void authorize(String user) {
        world.database.save(user, Credential.of(issueToken(user), null, appUserId(user), credentialScopes()));
    }

    private static Set<com.gloebit.reactive.authorization.Scope> credentialScopes() {
        return com.gloebit.reactive.authorization.Scope.parse(SCOPE);
    }

    private String appUserId(String user) {
        return simulated.registry().account(user).idFor(KEY).toString();
    }

    /** The user approves, and the browser brings a code. */
    String issueCode(String user) {
        return simulated
                .authorizations()
                .issueCode(new AuthorizationCode(
                        new Grant(KEY, user, Scope.parse(SCOPE)), SCOPE, REDIRECT, world.effects.oneIn(2)));
    }

    /** The user revokes the token on the account page. */
    void revoke(String token) {
        world.note("service", "revokes a token", "");
        simulated.authorizations().revoke(token);
    }

    boolean isUp() {
        return isUp;
    }

    /** Changes with every restart. */
    int life() {
        return life;
    }

    /** Carries a request out after a moment, unless the service restarts meanwhile. */
    void arrive(String method, String path, HttpHeaders headers, byte[] body, Consumer<Answer> done, Runnable broken) {
        if (!isUp) {
            broken.run();
            return;
        }
        int arrivedIn = life;
        world.after(world.network.between(LEAST, MOST), () -> {
            if (life != arrivedIn) {
                broken.run();
                return;
            }
            Answer answer = simulated.processor().answer(method, path, headers, body);
            world.note("service", "carries out", path);
            world.judge.afterChange();
            answer.ready().subscribe(ready -> {
                if (life == arrivedIn) {
                    done.accept(ready);
                } else {
                    broken.run();
                }
                answer.gone();
            });
        });
    }

    /** What was not carried out is forgotten, and nobody can connect for a while. */
    void restart() {
        life++;
        isUp = false;
        world.note("service", "restarts", life);
        Duration down = world.network.between(Duration.ofMillis(50), Duration.ofSeconds(40));
        world.after(down, () -> {
            isUp = true;
            world.note("service", "is up", life);
        });
    }

    void beUp() {
        isUp = true;
    }

    BigDecimal balance(String user) {
        return ledger().balance(user);
    }

    void deposit(String user, BigDecimal amount) {
        world.judge.toppedUp(user, amount);
        world.note("service", "deposits " + amount, user);
        ledger().deposit(user, amount);
        world.judge.afterChange();
    }
}
