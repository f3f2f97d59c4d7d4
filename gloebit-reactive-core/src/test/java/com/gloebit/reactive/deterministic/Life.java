package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.SimulatedClients;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.settings.GloebitEnvironment;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * One process of a node, from its start to its death. A dead process does nothing more: nothing that it sent and nothing
 * that it waits for reaches it, and no timer of it runs.
 */
final class Life {
    private static final GloebitEnvironment SERVICE = GloebitEnvironment.custom(URI.create("https://gloebit.example/"));
    private static final byte[] SIGNING_KEY = new byte[32];
    static final Duration RECOVERY = Duration.ofMinutes(5);

    private final World world;
    private final Node node;
    private final String name;
    private final LifeTimer timer;
    private final ServiceNetwork network;
    private final Effects effects;
    private final GloebitClient client;
    private boolean isAlive = true;

    Life(World world, Node node, String name) {
        this.world = world;
        this.node = node;
        this.name = name;
        this.timer = new LifeTimer(world.clockwork, this);
        this.network = new ServiceNetwork(world, this);
        this.effects = new Effects(world, this);
        this.client = SimulatedClients.build(
                builder(), SERVICE, network, new ProcessResources(timer, node.clock()::nanoTime, () -> world.network));
    }

    private GloebitClientBuilder builder() {
        GloebitClientBuilder builder = GloebitClient.builder(ClientSecrets.of(Service.KEY, Service.SECRET))
                .signingKey(SIGNING_KEY)
                .redirectUri(Service.REDIRECT)
                .scopes(Scope.parse(Service.SCOPE))
                .credentialStore(world.database.credentials(this))
                .clock(node.clock())
                .limits(world.setting.limits())
                .transactVersion(world.setting.version())
                .resilience(world.setting.resilience())
                // Own registries would be bound to the meters, which takes longer than everything else here.
                .circuitBreakerRegistry(CircuitBreakerRegistry.ofDefaults())
                .retryRegistry(RetryRegistry.ofDefaults());
        return world.setting.holds()
                ? builder.holds(HoldSettings.of(Service.HOLDS, world.database.journal(this), effects))
                : builder;
    }

    /** Begins to look after what is due. */
    void start() {
        if (world.setting.holds()) {
            client.holds()
                    .recovery(RECOVERY)
                    .subscribe(
                            id -> world.note(name, "recovers", id),
                            error -> world.fail("recovery ended with " + error),
                            () -> {});
        }
    }

    GloebitClient client() {
        return client;
    }

    ServiceNetwork network() {
        return network;
    }

    Effects effects() {
        return effects;
    }

    Node node() {
        return node;
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return isAlive;
    }

    /** Runs what happens to this process: now, after its pause, or never if it is dead. */
    void enter(Runnable event) {
        if (isAlive) {
            Duration pause = node.pauseLeft();
            if (pause.isZero()) {
                event.run();
            } else {
                world.after(pause, () -> enter(event));
            }
        }
    }

    void die() {
        isAlive = false;
        effects.end();
    }

    /** Runs an event at once and returns how to undo it, or does nothing if the process is dead or pauses. */
    Disposable subscribe(Supplier<Disposable> event) {
        Disposable.Swap result = Disposables.swap();
        enter(() -> result.update(event.get()));
        return () -> world.after(Duration.ZERO, () -> enter(result::dispose));
    }
}
