package com.gloebit.reactive.flow.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/**
 * Ada, with 100 gloebits, in a shop that sells torches and swords. Bob has none, and a relic cannot be bought any more.
 */
public final class SimulatedShop implements AutoCloseable {
    public static final URI REDIRECT = URI.create("http://127.0.0.1/");

    private static final String SCOPE = "user character balance inventory transact";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    public final GloebitSimulator simulator;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final GloebitClient gloebit;
    public final AuthorizedUser ada;

    private final boolean https;
    private final List<GloebitClient> more = new ArrayList<>();

    public SimulatedShop(OpenBehaviour... open) {
        this(false, List.of(), Set.of(open));
    }

    public SimulatedShop(Set<OpenBehaviour> open) {
        this(false, List.of(), open);
    }

    public SimulatedShop(Product... more) {
        this(false, List.of(more), Set.of());
    }

    public SimulatedShop() {
        this(false, List.of(), Set.of());
    }

    public static SimulatedShop overHttps(Set<OpenBehaviour> open) {
        return new SimulatedShop(true, List.of(), open);
    }

    private SimulatedShop(boolean https, List<Product> more, Set<OpenBehaviour> open) {
        GloebitSimulatorBuilder builder = GloebitSimulator.builder()
                .application(Application.of("shop", "secret-of-the-shop", REDIRECT))
                .account("ada", "lovelace", new BigDecimal("100"))
                .account("bob", "babbage", BigDecimal.ZERO)
                .product(Product.of("Sword", new BigDecimal("25")).withLimit(2))
                .product(Product.of("Torch", BigDecimal.ONE).withGrantable(true))
                .product(Product.of("Relic", BigDecimal.ONE).withGrantable(true).withAvailable(false))
                .open(open.toArray(OpenBehaviour[]::new));
        more.forEach(builder::product);
        this.https = https;
        simulator = (https ? builder.tls() : builder).start();
        gloebit = client("secret-of-the-shop").build();
        ada = gloebit.withCredential(credential("ada"));
    }

    /** Another client of the shop; it ends with the shop. */
    public GloebitClient another(UnaryOperator<GloebitClientBuilder> change) {
        return another("secret-of-the-shop", change);
    }

    public GloebitClient another(String secret, UnaryOperator<GloebitClientBuilder> change) {
        GloebitClient client = change.apply(client(secret)).build();
        more.add(client);
        return client;
    }

    private GloebitClientBuilder client(String secret) {
        return GloebitClient.builder(ClientSecrets.of("shop", secret))
                .environment(environment())
                .redirectUri(REDIRECT)
                .scopes(Scope.USER, Scope.CHARACTER, Scope.BALANCE, Scope.INVENTORY, Scope.TRANSACT)
                .httpClient(this::trusting)
                .resilience(new ResilienceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(5), 5_000, 100, 1_000, Duration.ofSeconds(10), 5))
                .meterRegistry(meters);
    }

    public GloebitEnvironment environment() {
        return GloebitEnvironment.custom(simulator.baseUri());
    }

    public Credential credential(String userName) {
        return Credential.of(
                Canaries.made(simulator.issueToken("shop", userName, SCOPE)), null, null, Scope.parse(SCOPE));
    }

    /** Ada, by a client other than the shop's. */
    public AuthorizedUser adaBy(GloebitClient client) {
        return client.withCredential(ada.credential());
    }

    /** What ada does at the service's pages; where the browser is sent then. */
    public URI approve(URI page) {
        return simulator.approve(page, "ada", "lovelace");
    }

    public Browser browser() {
        return new Browser(trusting(HttpClient.create()));
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

    public List<LedgerEntry> bookings(TransactionId id) {
        return simulator.ledger().stream()
                .filter(entry -> entry.transactionId().equals(id.value()))
                .toList();
    }

    /** What the payer lost is what the payee and the fee got. */
    public BigDecimal everything() {
        return simulator
                .balance("ada")
                .add(simulator.balance("bob"))
                .add(simulator.earnings("shop"))
                .add(simulator.fees());
    }

    /** Of all clients: each has a gauge of its own, told by a tag. */
    public double gauge(String name) {
        Collection<Gauge> ofClients = meters.find(name).gauges();
        assertThat(ofClients).as(name).isNotEmpty();
        return ofClients.stream().mapToDouble(Gauge::value).sum();
    }

    /** Nothing is under way, no connection is held, and the simulator never objected. */
    public void requireQuiet() {
        assertThat(gauge("gloebit.client.in.flight")).as("calls in flight").isZero();
        Flux.interval(Duration.ZERO, Duration.ofMillis(5))
                .onBackpressureDrop()
                .takeUntil(
                        unused -> gauge("gloebit.client.pool.active") == 0 && gauge("gloebit.client.pool.pending") == 0)
                .blockLast(LIMIT);
        assertThat(simulator.violations()).isEmpty();
    }

    @Override
    public void close() {
        List<String> inMeters = Canaries.in(meters);
        more.forEach(GloebitClient::dispose);
        gloebit.closeGracefully(Duration.ofSeconds(5)).block(LIMIT);
        simulator.close();
        assertThat(inMeters).as("secrets in meters").isEmpty();
    }
}
