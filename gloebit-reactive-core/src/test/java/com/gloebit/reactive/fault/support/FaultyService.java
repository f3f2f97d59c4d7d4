package com.gloebit.reactive.fault.support;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * A simulator, and a client with one connection that is watched. Bob is rich, and has torches. It is Ada who logs in:
 * each new token of hers ends the one before.
 */
public final class FaultyService implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(40);
    public static final String SESSION = "session";

    /** Attempts that only a fault ends early; a good one has all the time that a busy machine may need. */
    public static final CallLimits PATIENT =
            new CallLimits(Cell.ATTEMPTS, Duration.ofSeconds(20), Duration.ofSeconds(30));

    /** For faults that end with the attempt's time only. */
    public static final CallLimits HURRIED = PATIENT.withAttemptTimeout(Duration.ofSeconds(3));

    /** An attempt that its call's deadline does not end lasts longer than a test waits. */
    public static final CallLimits BRIEF =
            new CallLimits(Cell.ATTEMPTS, PATIENCE.multipliedBy(2), Duration.ofSeconds(4));

    /** No wait to speak of, no breaker that opens, no budget that ends. */
    public static final ResilienceSettings UNHINDERED = new ResilienceSettings(
            Duration.ofMillis(1), Duration.ofMillis(2), 1_000_000, 100, 10_000, Duration.ofSeconds(10), 5);

    private static final String SCOPE = "user balance inventory transact";
    private static final URI REDIRECT = URI.create("http://127.0.0.1/");
    private static final BigDecimal RICHES = new BigDecimal("1000000");

    public final GloebitSimulator simulator;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final ConnectSteps steps = new ConnectSteps();
    public final PausedConnections withheld = new PausedConnections();
    public final AtomicInteger connections = new AtomicInteger();
    /** Answers whose headers came, and everything that came. */
    public final AtomicInteger answers = new AtomicInteger();

    public final AtomicInteger reads = new AtomicInteger();
    public final GloebitClient gloebit;
    public final AuthorizedUser bob;

    private final boolean https;
    private volatile @Nullable Channel latest;

    public FaultyService(boolean https, CallLimits limits) {
        this(
                https,
                builder -> builder.limits(limits)
                        .resilience(UNHINDERED)
                        .connections(ConnectionSettings.DEFAULT.withMaxConnections(1)));
    }

    public FaultyService(boolean https, UnaryOperator<GloebitClientBuilder> client) {
        this.https = https;
        GloebitSimulatorBuilder builder = GloebitSimulator.builder()
                .application(Application.of("shop", "secret-of-the-shop", REDIRECT))
                .account("bob", "babbage", RICHES)
                .account("ada", "lovelace", BigDecimal.ZERO)
                .product(Product.of("Torch", BigDecimal.ONE).withGrantable(true));
        simulator = (https ? builder.tls() : builder).start();
        gloebit = client.apply(GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                        .environment(GloebitEnvironment.custom(simulator.baseUri()))
                        .redirectUri(REDIRECT)
                        .scopes(Scope.USER, Scope.BALANCE, Scope.INVENTORY, Scope.TRANSACT)
                        .meterRegistry(meters)
                        .httpClient(this::watched))
                .build();
        bob = gloebit.withCredential(Credential.of(
                Canaries.made(simulator.issueToken("shop", "bob", SCOPE)), null, null, Scope.parse(SCOPE)));
        bob.withLimits(PATIENT).products().grant("Torch", 100_000).block(PATIENCE);
    }

    private HttpClient watched(HttpClient http) {
        return trusting(http)
                .doOnChannelInit((observer, channel, remote) -> {
                    withheld.join(channel);
                    channel.pipeline().addFirst(new CountedReads(reads));
                })
                .doOnConnected(connection -> connected(connection.channel()))
                .doOnResponse((answer, connection) -> answers.incrementAndGet())
                .mapConnect(steps::connect);
    }

    /** Called for a pooled connection, too. */
    private void connected(Channel channel) {
        if (latest != channel) {
            connections.incrementAndGet();
            latest = channel;
        }
    }

    private HttpClient trusting(HttpClient http) {
        return https ? http.secure(ssl -> ssl.sslContext(trust())) : http;
    }

    private SslContext trust() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(simulator.certificate().trustManagerFactory())
                    .build();
        } catch (SSLException e) {
            throw new AssertionError("the certificate cannot be trusted", e);
        }
    }

    /** One connection, in the pool. */
    public void warmUp() {
        bob.withLimits(PATIENT).info().block(PATIENCE);
        assertThat(isConnected()).isTrue();
    }

    public boolean isConnected() {
        Channel channel = latest;
        return channel != null && channel.isActive();
    }

    /** The next attempt has to make its connection. */
    public void dropConnection() {
        await("no connection", () -> {
            simulator.connectionFaults().dropIdle();
            return !isConnected();
        });
    }

    /** What the browser of a user who approved brings back, with a code that was not shown yet. */
    public String freshCallback() {
        URI page = gloebit.authorizationUri(AuthorizationRequest.forSession(SESSION));
        return simulator.approve(page, "ada", "lovelace").getRawQuery();
    }

    public boolean isBookedOnce(TransactionId order) {
        long bookings = simulator.ledger().stream()
                .filter(entry -> entry.transactionId().equals(order.value()))
                .count();
        assertThat(bookings).as("bookings of one transaction").isLessThanOrEqualTo(1);
        return bookings == 1;
    }

    public int torches() {
        return simulator.products("shop", "bob").getOrDefault("Torch", 0);
    }

    public double gauge(String name) {
        return meters.get("gloebit.client." + name).gauge().value();
    }

    /** How many calls of an endpoint the client counted as cancelled. */
    public long cancelled(String endpoint) {
        return meters.get("gloebit.client.operation")
                .tags("endpoint", endpoint, "outcome", "cancelled")
                .timer()
                .count();
    }

    /**
     * Nothing is under way, nothing is held, nothing is lost, and the simulator never objected. A request that was given up
     * may be carried out while this looks.
     */
    public void requireQuiet() {
        assertThat(gauge("in.flight")).as("calls in flight").isZero();
        await("an unused pool", () -> gauge("pool.active") == 0 && gauge("pool.pending") == 0);
        assertThat(simulator.violations()).isEmpty();
        assertThat(Canaries.in(meters)).as("secrets in meters").isEmpty();
        await("all gloebits", () -> gloebits().compareTo(RICHES) == 0);
    }

    private BigDecimal gloebits() {
        return simulator.balance("bob").add(simulator.earnings("shop")).add(simulator.fees());
    }

    public static void await(String what, BooleanSupplier there) {
        long giveUp = System.nanoTime() + PATIENCE.dividedBy(2).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time for " + what).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        gloebit.closeGracefully(Duration.ofSeconds(5)).block(PATIENCE);
        simulator.close();
    }

    public static <F extends GloebitException> F failure(Class<F> kind, Mono<?> call) {
        return present(catchThrowableOfType(kind, () -> call.block(PATIENCE)));
    }

    public static <T> T present(@Nullable T value) {
        return requireNonNull(value);
    }
}
