package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.wire.support.SettableClock;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.RandomFaults;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** A Gloebit and a shop in it, as one seed has them. Journal and credentials outlive the node; nothing else does. */
final class SimulatedWorld implements AutoCloseable {
    static final List<String> USERS = List.of("ada", "bob", "eve");
    static final List<String> FOR_SALE = List.of("Torch", "Sword");

    /** Whether the one that is not for sale can be granted and consumed is open. */
    static final List<Product> PRODUCTS = List.of(
            Product.of("Torch", BigDecimal.ONE).withGrantable(true),
            Product.of("Sword", new BigDecimal("25")).withGrantable(true),
            Product.of("Relic", BigDecimal.ONE).withGrantable(true).withAvailable(false));

    static final BigDecimal OPENING = new BigDecimal("200");
    static final CallLimits LIMITS = new CallLimits(3, Duration.ofMillis(250), Duration.ofMillis(900));
    static final int RETRY_BUDGET = 60;
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** More than the service has threads. */
    private static final int CONNECTIONS = 8;

    private static final String SECRET = "secret-of-the-shop";
    private static final String SCOPE = "user balance inventory transact";
    private static final List<OpenBehaviour> OPEN = List.of(
            OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS,
            OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES,
            OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN,
            OpenBehaviour.PRODUCT_LIMIT_CANCELS,
            OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE,
            OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE);

    final GloebitSimulator gloebit;
    final SettableClock clock = new SettableClock();
    final Set<String> delivered = ConcurrentHashMap.newKeySet();
    final Exchanges exchanges = new Exchanges(clock);
    final boolean holds;
    final boolean poorMayQueue;

    /** What has to come to zero once a node has ended. */
    final Queue<Gauge> ended = new ConcurrentLinkedQueue<>();

    private final Callbacks callbacks;
    private final String name;
    private final URI base;
    private final SeededRandom effects;
    private final Map<String, Integer> topUps = new ConcurrentHashMap<>();
    private final TransactVersion transactVersion;
    private final Map<String, String> tokens;
    final TransactionJournal journal = TransactionJournal.inMemory();
    private final CredentialStore credentials = new InMemoryCredentialStore();
    private volatile Node node;

    SimulatedWorld(long seed, SeededRandom chance, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.name = "w" + Long.toUnsignedString(seed);
        this.base = callbacks.open(name, () -> node().holds());
        this.effects = new SeededRandom(chance.seed());
        this.holds = !chance.oneIn(3);
        List<OpenBehaviour> open =
                OPEN.stream().filter(unused -> chance.oneIn(3)).toList();
        this.transactVersion = chance.of(List.of(TransactVersion.values()));
        this.poorMayQueue = open.contains(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
        this.gloebit = simulator(open, behaviour(chance));
        this.tokens = USERS.stream()
                .collect(
                        Collectors.toMap(user -> user, user -> Canaries.made(gloebit.issueToken("shop", user, SCOPE))));
        tokens.forEach((user, token) -> credentials
                .save(user, Credential.of(token, null, null, Scope.parse(SCOPE)))
                .block(PATIENCE));
        this.node = new Node();
        gloebit.failRandomly(FaultMix.of(chance));
    }

    private GloebitSimulator simulator(List<OpenBehaviour> open, CallbackBehaviour behaviour) {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder()
                .application(Application.of("shop", SECRET, base))
                .callbacks(behaviour)
                .open(open.toArray(OpenBehaviour[]::new));
        PRODUCTS.forEach(builder::product);
        USERS.forEach(user -> builder.account(user, "password", OPENING));
        return builder.start();
    }

    private static CallbackBehaviour behaviour(SeededRandom chance) {
        CallbackBehaviour behaviour = CallbackBehaviour.automatic()
                .withRetry(Duration.ofMillis(2), 100_000)
                .withTiming(chance.of(List.of(Timing.values())))
                .withLateEnact(chance.oneIn(3));
        if (chance.oneIn(4)) {
            behaviour = behaviour.withCourse(chance.of(List.of(Course.values())));
        }
        if (chance.oneIn(3)) {
            behaviour = behaviour.withRandomDelay(Duration.ofMillis(3), chance.seed());
        }
        return switch (chance.below(4)) {
            case 0 -> behaviour.withRepeats(2);
            case 1 -> behaviour.withOverlappingRepeats(3);
            default -> behaviour;
        };
    }

    Node node() {
        return Objects.requireNonNull(node);
    }

    /** The process ends, whatever it is doing, and another begins. */
    void restart() {
        Node before = node;
        node = new Node();
        before.end();
    }

    void topUp(String user, BigDecimal amount) {
        topUps.merge(user, 1, Integer::sum);
        gloebit.deposit(user, amount);
    }

    /** How often a user was topped up. */
    int topUps(String user) {
        return topUps.getOrDefault(user, 0);
    }

    /** No more faults and no limits; what is late stays so. */
    void calm() {
        gloebit.failRandomly(RandomFaults.NONE);
        PRODUCTS.forEach(gloebit::changeProduct);
    }

    /**
     * Waits until what has left the nodes was read: each thread of the service reads it before it answers the second of two
     * new connections. Some may still be to be dropped.
     */
    void awaitArrivals() {
        Flux.range(0, 2)
                .concatMap(unused -> Flux.range(0, CONNECTIONS)
                        .flatMap(each -> HttpClient.newConnection()
                                .get()
                                .uri(gloebit.statusUri())
                                .response()
                                .retry(CONNECTIONS)))
                .blockLast(PATIENCE);
    }

    @Override
    public String toString() {
        return name + (holds ? " with holds" : "") + (poorMayQueue ? " where the poor may queue" : "");
    }

    @Override
    public void close() {
        node.end();
        gloebit.close();
        callbacks.end(name);
        tokens.values().forEach(Canaries::gone);
    }

    /** One process of the application. */
    final class Node implements HoldHandler {
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();

        private final GloebitClient client = holding(GloebitClient.builder(ClientSecrets.of("shop", SECRET)))
                .environment(GloebitEnvironment.custom(gloebit.baseUri()))
                .signingKey(new byte[32])
                .credentialStore(credentials)
                .clock(clock)
                .meterRegistry(meters)
                .limits(LIMITS)
                .transactVersion(transactVersion)
                .httpClient(http -> exchanges.watched(http, this))
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(3), RETRY_BUDGET, 50, 20, Duration.ofMillis(30), 3))
                .build();

        private GloebitClientBuilder holding(GloebitClientBuilder builder) {
            return holds
                    ? builder.holds(HoldSettings.of(base, journal, this).withSettlementPoll(Duration.ofMillis(20)))
                    : builder;
        }

        Holds holds() {
            return client.holds();
        }

        AuthorizedUser user(String user) {
            return Objects.requireNonNull(client.user(user).block(PATIENCE));
        }

        double gauge(String gauge) {
            return meters.get(gauge).gauge().value();
        }

        void end() {
            List<String> inMeters = Canaries.in(meters);
            Audit.OPEN.forEach(gauge -> ended.add(meters.get(gauge).gauge()));
            client.dispose();
            assertThat(inMeters).as("secrets in meters").isEmpty();
        }

        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return Mono.fromSupplier(() -> {
                synchronized (effects) {
                    if (effects.oneIn(12)) {
                        throw new IllegalStateException("the shelf cannot be asked");
                    }
                    return effects.oneIn(8) ? EnactDecision.reject("sold out") : EnactDecision.approve();
                }
            });
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return Mono.fromRunnable(() -> {
                synchronized (effects) {
                    if (effects.oneIn(8)) {
                        throw new IllegalStateException("the post is late");
                    }
                }
                delivered.add(transaction.id().toString());
            });
        }
    }
}
