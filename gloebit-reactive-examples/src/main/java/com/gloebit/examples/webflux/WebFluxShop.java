package com.gloebit.examples.webflux;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A shop in Spring WebFlux. What it keeps in memory belongs into a database, where it survives a restart. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@RestController
public class WebFluxShop {
    private static final Logger LOG = LoggerFactory.getLogger(WebFluxShop.class);
    private static final Map<String, Long> PRICES = Map.of("torch", 3L, "castle", 1_000_000L);
    /** It escapes every value. */
    private static final Template SHOP = Mustache.compiler().compile("""
            <p>Hello, {{name}}.
            {{#offers}}
            <form method='post' action='/buy/{{item}}/{{number}}'><button>{{item}} for {{price}}</button></form>
            {{/offers}}
            {{#delivered}}
            <li>delivered: {{.}}
            {{/delivered}}
            """);

    private static final ResponseEntity<String> LOGGED_OUT = page(403, "<p>Please <a href='/login'>log in</a>");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CredentialStore credentials = new InMemoryCredentialStore();
    private final Map<TransactionId, Order> orders = new ConcurrentHashMap<>();
    private final Set<Order> delivered = ConcurrentHashMap.newKeySet();
    private final GloebitClient gloebit;

    private record Customer(String id, String name) {}

    private record Order(TransactionId id, String customer, String item) {}

    WebFluxShop(Environment environment) {
        URI home = URI.create(environment.getRequiredProperty("PUBLIC_URI"));
        gloebit = GloebitClient.builder(ClientSecrets.fromEnvironment())
                .environment(GloebitEnvironment.of(environment.getRequiredProperty("GLOEBIT_ENVIRONMENT")))
                .redirectUri(home.resolve("/gloebit/callback"))
                .signingKey(Base64.getDecoder().decode(environment.getRequiredProperty("GLOEBIT_SIGNING_KEY")))
                .credentialStore(credentials)
                .holds(HoldSettings.of(
                        home.resolve("/gloebit/holds"), TransactionJournal.inMemory(), held -> deliver(held)))
                .build();
    }

    public static void main(String[] arguments) {
        boolean https = System.getenv().getOrDefault("PUBLIC_URI", "").startsWith("https:");
        SpringApplication shop = new SpringApplication(WebFluxShop.class);
        shop.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "${PORT:8080}",
                "PUBLIC_URI", "http://127.0.0.1:${server.port}/",
                "GLOEBIT_ENVIRONMENT", "sandbox",
                // It makes POST safe: a form on another site comes without the cookie, which no script reads anyway.
                "server.reactive.session.cookie.same-site", "lax",
                "server.reactive.session.cookie.secure", https));
        shop.run(arguments);
    }

    /** Spring subscribes, looks again after a failure, and stops when the shop closes. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    Flux<TransactionId> recovery() {
        return gloebit.holds().recovery();
    }

    /** Spring destroys synchronously, on a thread of its own, after the last request is served. */
    @PreDestroy
    void close() {
        gloebit.closeGracefully(PATIENCE).block();
    }

    /** A new session id, so that an id that an attacker planted is useless. */
    @GetMapping("/login")
    Mono<ResponseEntity<String>> login(WebSession session) {
        session.start();
        return session.changeSessionId()
                .then(Mono.fromSupplier(
                        () -> gloebit.authorizationUri(AuthorizationRequest.forSession(session.getId()))))
                .map(page -> ResponseEntity.status(303).location(page).build());
    }

    @GetMapping("/gloebit/callback")
    Mono<ResponseEntity<String>> back(ServerHttpRequest request, WebSession session) {
        return gloebit.exchange(request.getURI().getRawQuery(), session.getId())
                .flatMap(credential -> gloebit.withCredential(credential)
                        .info()
                        .flatMap(user -> credentials
                                .save(user.id(), credential)
                                .thenReturn(new Customer(user.id(), user.name()))))
                .doOnNext(customer -> session.getAttributes().put("customer", customer))
                .map(customer ->
                        ResponseEntity.status(303).location(URI.create("/")).<String>build())
                .onErrorReturn(GloebitException.class, LOGGED_OUT);
    }

    @GetMapping("/gloebit/holds/**")
    Mono<ResponseEntity<String>> held(ServerHttpRequest request) {
        if (!request.getMethod().matches("GET")) { // Spring has it take HEAD, too
            return Mono.just(ResponseEntity.status(405).build());
        }
        return gloebit.holds()
                .answer(request.getURI())
                .map(answer -> ResponseEntity.status(answer.status())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(answer.body()));
    }

    @GetMapping("/")
    Mono<ResponseEntity<String>> shop(WebSession session) {
        return customer(session)
                .map(customer -> page(200, SHOP.execute(values(customer))))
                .defaultIfEmpty(LOGGED_OUT);
    }

    private Map<String, Object> values(Customer customer) {
        return Map.of(
                "name", customer.name(),
                "offers", PRICES.entrySet().stream().map(WebFluxShop::offer).toList(),
                "delivered",
                        delivered.stream()
                                .filter(order -> order.customer().equals(customer.id()))
                                .map(Order::item)
                                .toList());
    }

    /** Each form has the number of the order that it makes, so that sending it twice buys once. */
    private static Map<String, Object> offer(Map.Entry<String, Long> price) {
        return Map.of(
                "item",
                price.getKey(),
                "price",
                price.getValue(),
                "number",
                TransactionId.random().value());
    }

    @PostMapping("/buy/{item}/{number}")
    Mono<ResponseEntity<String>> buy(@PathVariable String item, @PathVariable UUID number, WebSession session) {
        TransactionId id = TransactionId.of(number.toString());
        return customer(session)
                .flatMap(customer -> buy(new Order(id, customer.id(), item)))
                .defaultIfEmpty(LOGGED_OUT);
    }

    private Mono<ResponseEntity<String>> buy(Order order) {
        Long price = PRICES.get(order.item());
        if (price == null || !order.equals(orders.computeIfAbsent(order.id(), absent -> order))) {
            return Mono.just(page(404, "<p>There is no such offer."));
        }
        ItemPurchase purchase = ItemPurchase.of(order.id(), order.item(), price).withUsername(order.customer());
        return gloebit.user(order.customer())
                .flatMap(user -> user.purchase(purchase))
                // Not the end: recovery sends it again, and the callbacks tell.
                .onErrorComplete(TransactionInDoubtException.class)
                .then(gloebit.holds().settlement(order.id()).timeout(PATIENCE))
                .thenReturn(page(200, "<p>Paid. <a href='/'>Delivered goods</a>"))
                .onErrorReturn(AccessTokenInvalidException.class, LOGGED_OUT)
                .onErrorResume(failure -> Mono.just(unpaid(failure)));
    }

    /** Paid for good. It may be said more than once, which a set does not mind. */
    private Mono<Void> deliver(HeldTransaction paid) {
        String customer = Objects.requireNonNull(paid.user());
        return Mono.fromRunnable(() -> delivered.add(new Order(paid.id(), customer, paid.item())));
    }

    /** What Gloebit says of a failure is for the log at most: users are told what it means. */
    private static ResponseEntity<String> unpaid(Throwable failure) {
        if (failure instanceof TransactionRejectedException rejected
                && rejected.failure() == TransactionFailure.INSUFFICIENT_FUNDS) {
            return page(402, "<p>You have too few gloebits. Nothing was charged.");
        }
        LOG.warn("A purchase is not settled", failure);
        return failure instanceof GloebitException known && known.outcome() == Outcome.NOT_DONE
                ? page(502, "<p>That did not work. Nothing was charged.")
                : page(
                        202,
                        "<p>The result of the payment is not known yet. You are charged at most once, and paid goods are delivered.");
    }

    private static Mono<Customer> customer(WebSession session) {
        return Mono.justOrEmpty(session.<Customer>getAttribute("customer"));
    }

    private static ResponseEntity<String> page(int status, String html) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body("<!doctype html><title>Shop</title>" + html);
    }
}
