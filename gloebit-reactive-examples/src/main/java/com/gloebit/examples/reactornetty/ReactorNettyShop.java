package com.gloebit.examples.reactornetty;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.RedirectRoute;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
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
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A shop without a framework. What it keeps in memory belongs into a database, where it survives a restart. */
public final class ReactorNettyShop {
    private static final Logger LOG = LoggerFactory.getLogger(ReactorNettyShop.class);
    private static final Map<String, Long> PRICES = Map.of("torch", 3L, "castle", 1_000_000L);
    private static final Page LOGGED_OUT = new Page(403, "<p>Please <a href='/login'>log in</a>");
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

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private final URI home;
    private final CredentialStore credentials = new InMemoryCredentialStore();
    private final Map<String, Customer> customersBySession = new ConcurrentHashMap<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Set<Order> delivered = ConcurrentHashMap.newKeySet();
    private final GloebitClient gloebit;

    private record Order(String number, String customer, String item) {}

    private record Customer(String id, String name) {}

    private record Page(int status, String html) {}

    private ReactorNettyShop(Map<String, String> environment) {
        port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        home = URI.create(environment.getOrDefault("PUBLIC_URI", "http://127.0.0.1:" + port + "/"));
        gloebit = GloebitClient.builder(ClientSecrets.fromEnvironment(environment))
                .environment(GloebitEnvironment.of(environment.getOrDefault("GLOEBIT_ENVIRONMENT", "sandbox")))
                .redirectUri(home.resolve("/gloebit/callback"))
                .signingKey(Base64.getDecoder().decode(environment.getOrDefault("GLOEBIT_SIGNING_KEY", "")))
                .credentialStore(credentials)
                .holds(HoldSettings.of(
                        home.resolve("/gloebit/holds"), TransactionJournal.inMemory(), held -> deliver(held)))
                .build();
    }

    public static void main(String[] arguments) {
        ReactorNettyShop shop = new ReactorNettyShop(System.getenv());
        DisposableServer server = shop.server().bindNow(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.disposeNow(PATIENCE);
            shop.gloebit.closeGracefully(PATIENCE).block();
        }));
        LOG.info("Open at {}", shop.home);
        // Sends again what was not answered, delivers what was not delivered.
        Flux<TransactionId> recovery = shop.gloebit.holds().recovery(Duration.ofSeconds(5));
        recovery.takeUntilOther(server.onDispose()).blockLast();
    }

    private HttpServer server() {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                // Whoever is being served when the shop closes is served to the end.
                .channelGroup(new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE))
                .route(routes -> {
                    routes.get("/", (request, response) -> send(response, shop(request)));
                    routes.get("/login", (request, response) -> login(response));
                    RedirectRoute.of(gloebit, "/gloebit/callback", ReactorNettyShop::session, this::back)
                            .accept(routes);
                    routes.post("/buy/{item}/{number}", (request, response) -> send(response, buy(request)));
                    gloebit.holds().routes().accept(routes);
                });
    }

    /**
     * Starts a new session, so that a planted id is useless. SameSite makes POST safe: a form on another site comes
     * without the cookie.
     */
    private Mono<Void> login(HttpServerResponse response) {
        String attributes = "; Path=/; HttpOnly; SameSite=Lax" + ("https".equals(home.getScheme()) ? "; Secure" : "");
        // The source of random bytes may block.
        return Mono.fromSupplier(() -> UUID.randomUUID().toString())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(session -> response.header("Set-Cookie", "session=" + session + attributes)
                        .sendRedirect(gloebit.authorizationUri(AuthorizationRequest.forSession(session))
                                .toString()));
    }

    /** Empty if the browser has none. */
    private static String session(HttpServerRequest request) {
        return request.cookies().values().stream()
                .flatMap(Set::stream)
                .filter(cookie -> cookie.name().equals("session"))
                .map(Cookie::value)
                .collect(Collectors.joining());
    }

    private Mono<Void> back(Mono<Credential> exchange, HttpServerRequest request, HttpServerResponse response) {
        return exchange.flatMap(credential -> gloebit.withCredential(credential)
                        .info()
                        .flatMap(user -> credentials
                                .save(user.id(), credential)
                                .thenReturn(new Customer(user.id(), user.name()))))
                .doOnNext(customer -> customersBySession.put(session(request), customer))
                .flatMap(customer -> response.sendRedirect("/"))
                .onErrorResume(GloebitException.class, failure -> send(response, Mono.empty()));
    }

    private Mono<Customer> customer(HttpServerRequest request) {
        return Mono.justOrEmpty(customersBySession.get(session(request)));
    }

    private Mono<Page> shop(HttpServerRequest request) {
        return customer(request).map(customer -> new Page(200, SHOP.execute(values(customer))));
    }

    private Map<String, Object> values(Customer customer) {
        return Map.of(
                "name", customer.name(),
                "offers",
                        PRICES.entrySet().stream().map(ReactorNettyShop::offer).toList(),
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

    private Mono<Page> buy(HttpServerRequest request) {
        String item = String.valueOf(request.param("item"));
        String number = String.valueOf(request.param("number"));
        return customer(request).flatMap(customer -> buy(new Order(number, customer.id(), item)));
    }

    private Mono<Page> buy(Order order) {
        Long price = PRICES.get(order.item());
        if (price == null
                || !order.number().matches("[0-9a-f-]{36}")
                || !order.equals(orders.computeIfAbsent(order.number(), absent -> order))) {
            return Mono.just(new Page(404, "<p>There is no such offer."));
        }
        TransactionId id = TransactionId.of(order.number());
        ItemPurchase purchase = ItemPurchase.of(id, order.item(), price).withUsername(order.customer());
        return gloebit.user(order.customer())
                .flatMap(user -> user.purchase(purchase))
                // Not the end: recovery sends it again, and the callbacks tell.
                .onErrorComplete(TransactionInDoubtException.class)
                .then(gloebit.holds().settlement(id).timeout(PATIENCE))
                .thenReturn(new Page(200, "<p>Paid. <a href='/'>Delivered goods</a>"))
                .onErrorReturn(AccessTokenInvalidException.class, LOGGED_OUT)
                .onErrorResume(failure -> Mono.just(unpaid(failure)));
    }

    /** Paid for good. It may be said more than once, which a set does not mind. */
    private Mono<Void> deliver(HeldTransaction paid) {
        String customer = Objects.requireNonNull(paid.user());
        return Mono.fromRunnable(() -> delivered.add(new Order(paid.id().value(), customer, paid.item())));
    }

    /** What Gloebit says of a failure is for the log at most: users are told what it means. */
    private static Page unpaid(Throwable failure) {
        if (failure instanceof TransactionRejectedException rejected
                && rejected.failure() == TransactionFailure.INSUFFICIENT_FUNDS) {
            return new Page(402, "<p>You have too few gloebits. Nothing was charged.");
        }
        LOG.warn("A purchase is not settled", failure);
        return failure instanceof GloebitException known && known.outcome() == Outcome.NOT_DONE
                ? new Page(502, "<p>That did not work. Nothing was charged.")
                : new Page(
                        202,
                        "<p>The result of the payment is not known yet. You are charged at most once, and paid goods are delivered.");
    }

    /** Who is not logged in gets no page but one. */
    private static Mono<Void> send(HttpServerResponse response, Mono<Page> page) {
        return page.defaultIfEmpty(LOGGED_OUT)
                .flatMap(shown -> response.status(shown.status())
                        .header("Content-Type", "text/html; charset=utf-8")
                        .sendString(Mono.just("<!doctype html><title>Shop</title>" + shown.html()))
                        .then());
    }
}
