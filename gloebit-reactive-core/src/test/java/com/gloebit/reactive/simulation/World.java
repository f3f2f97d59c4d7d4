package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.CallLimits;
import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.ResilienceSettings;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.InMemoryTransactionJournal;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.wire.SettableClock;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.Fault;
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
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A Gloebit and a shop in it, as one seed has them. Journal and credentials outlive the node; nothing else does. */
final class World implements AutoCloseable {
    static final List<String> USERS = List.of("ada", "bob", "eve");
    static final List<String> FOR_SALE = List.of("Torch", "Sword");

    /** Whether the one that is not for sale can be granted and consumed is open. */
    static final List<String> PRODUCTS = List.of("Torch", "Sword", "Relic");

    static final BigDecimal OPENING = new BigDecimal("200");
    static final CallLimits LIMITS = new CallLimits(3, Duration.ofMillis(250), Duration.ofMillis(900));
    static final int RETRY_BUDGET = 60;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SECRET = "secret-of-the-shop";
    private static final String[] TRANSACT = {"/transact", "/v2/transact", "/transact-u2u"};
    private static final String SCOPE = "user balance inventory transact";
    private static final List<OpenBehaviour> OPEN = List.of(
            OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS,
            OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES,
            OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE,
            OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE);

    final GloebitSimulator gloebit;
    final SettableClock clock = new SettableClock();
    final Set<String> delivered = ConcurrentHashMap.newKeySet();
    final SentBodies bodies = new SentBodies();
    final boolean poorMayQueue;

    /** What has to come to zero once a node has ended. */
    final Queue<Gauge> ended = new ConcurrentLinkedQueue<>();

    private final Callbacks callbacks;
    private final String name;
    private final URI base;
    private final Chance effects;
    private final TransactVersion transactVersion;
    private final Map<String, String> tokens;
    final TransactionJournal journal = new InMemoryTransactionJournal();
    private final CredentialStore credentials = new InMemoryCredentialStore();
    private volatile Node node;

    World(long seed, Chance chance, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.name = "w" + Long.toUnsignedString(seed);
        this.base = callbacks.open(name, () -> node().holds());
        this.effects = new Chance(chance.seed());
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
        gloebit.failRandomly(faults(chance));
    }

    private GloebitSimulator simulator(List<OpenBehaviour> open, CallbackBehaviour behaviour) {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder()
                .application(Application.of("shop", SECRET, base))
                .product(Product.of("Torch", BigDecimal.ONE).grantable(true))
                .product(Product.of("Sword", new BigDecimal("25")).grantable(true))
                .product(Product.of("Relic", BigDecimal.ONE).grantable(true).available(false))
                .callbacks(behaviour)
                .open(open.toArray(OpenBehaviour[]::new));
        USERS.forEach(user -> builder.account(user, "password", OPENING));
        return builder.start();
    }

    private static CallbackBehaviour behaviour(Chance chance) {
        CallbackBehaviour behaviour = CallbackBehaviour.automatic()
                .retry(Duration.ofMillis(2), 100_000)
                .timing(chance.of(List.of(Timing.values())))
                .lateEnact(chance.oneIn(3));
        if (chance.oneIn(4)) {
            behaviour = behaviour.course(chance.of(List.of(Course.values())));
        }
        if (chance.oneIn(3)) {
            behaviour = behaviour.randomDelay(Duration.ofMillis(3), chance.seed());
        }
        return switch (chance.below(4)) {
            case 0 -> behaviour.repeats(2);
            case 1 -> behaviour.overlappingRepeats(3);
            default -> behaviour;
        };
    }

    /** Some seeds know few faults, some many. */
    private static RandomFaults faults(Chance chance) {
        double intensity = chance.below(6) / 5.0;
        RandomFaults faults = RandomFaults.seed(chance.seed());
        for (Fault fault : Stream.of(
                        Fault.DROP_UNREAD,
                        Fault.RESET_UNREAD,
                        Fault.DROP,
                        Fault.RESET,
                        Fault.COMMIT_THEN_DROP,
                        Fault.RESET.afterProcessing(),
                        Fault.HALF_ANSWER,
                        Fault.HALF_ANSWER_THEN_RESET,
                        Fault.TRUNCATED,
                        Fault.CLOSE_AFTER_ANSWER,
                        Fault.HTML,
                        Fault.HTML.afterProcessing(),
                        Fault.GARBLED,
                        Fault.GARBLED.afterProcessing(),
                        Fault.status(500),
                        Fault.status(503).afterProcessing(),
                        Fault.status(429),
                        Fault.status(409).afterProcessing(),
                        Fault.status(404))
                .toList()) {
            faults = faults.with(intensity * 0.025, fault);
        }
        for (Fault slow : List.of(
                Fault.HANG,
                Fault.HANG.afterProcessing(),
                Fault.HANG_IN_HEADERS,
                Fault.HANG_IN_BODY,
                Fault.drip(Duration.ofMillis(1)))) {
            faults = faults.with(intensity * 0.003, slow);
        }
        return faults.with(intensity * 0.05, Fault.QUEUING_FAILED, TRANSACT)
                .with(intensity * 0.05, Fault.RACED, TRANSACT);
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

    void calm() {
        gloebit.failRandomly(RandomFaults.NONE);
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

        private final GloebitClient client = GloebitClient.builder(ClientSecrets.of("shop", SECRET))
                .environment(GloebitEnvironment.custom(gloebit.baseUri()))
                .signingKey(new byte[32])
                .credentialStore(credentials)
                .clock(clock)
                .meterRegistry(meters)
                .limits(LIMITS)
                .transactVersion(transactVersion)
                .httpClient(bodies::watched)
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(3), RETRY_BUDGET, 50, 20, Duration.ofMillis(30), 3))
                .holds(HoldSettings.of(base, this).withJournal(journal).withSettlementPoll(Duration.ofMillis(20)))
                .build();

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
                    return effects.oneIn(8) ? EnactDecision.cancel("sold out") : EnactDecision.goOn();
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
