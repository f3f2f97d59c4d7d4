package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Authorization;
import com.gloebit.examples.demo.shop.Books;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Every call of the client, by topic.
 *
 * @param port the port of the simulated Gloebit, 0 for a free one
 * @param http customizes the HTTP client that calls it
 */
public record Tour(int port, UnaryOperator<HttpClient> http) implements Mode {
    static final String BOB = "bob";
    static final String BOBS_ADDRESS = "bob@example.org";
    static final String TORCH = "Torch";

    /** A product's name is any text. */
    static final String STRANGE_PRODUCT = "50% off/ü \"..\" & more?";

    private static final BigDecimal OPENING = new BigDecimal("500");

    private static final UnaryOperator<HttpClient> AS_IT_IS = UnaryOperator.identity();

    public Tour() {
        this(0, AS_IT_IS);
    }

    @Override
    public Duration longest() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Flux<String> lines(Terminal terminal) {
        return Shop.open(
                service().port(port),
                (client, server) -> allScopes(client),
                (service, shop) -> new Stages(service, shop, http, terminal).lines());
    }

    private static GloebitSimulatorBuilder service() {
        return Shop.service(OPENING)
                .account(BOB, "hunter2", BigDecimal.ZERO)
                .emailAddress(BOB, BOBS_ADDRESS)
                .product(Product.of(TORCH, new BigDecimal("1.5")).grantable(true))
                .product(Product.of(STRANGE_PRODUCT, BigDecimal.ONE).grantable(true));
    }

    private GloebitClientBuilder allScopes(GloebitClientBuilder client) {
        return client.httpClient(http)
                .scopes(Scope.USER, Scope.CHARACTER, Scope.INVENTORY, Scope.BALANCE, Scope.TRANSACT);
    }

    private record Stages(GloebitSimulator service, Shop shop, UnaryOperator<HttpClient> http, Terminal terminal) {
        Flux<String> lines() {
            return new Authorization(shop, service.baseUri(), terminal)
                    .lines("gloebit-reactive: the tour", List.of(), this::withUser);
        }

        private Flux<String> withUser(AuthorizedUser ada) {
            GloebitEnvironment environment = GloebitEnvironment.custom(service.baseUri());
            MeterRegistry others = new SimpleMeterRegistry();
            Supplier<Books> books = () -> Books.of(service, OPENING, BOB);
            return Flux.concat(
                    new AccountTopic(ada, environment, shop.server().home().resolve("thanks"), terminal).lines(),
                    new PurchaseTopic(ada, terminal).lines(),
                    new ProductTopic(ada.products(), terminal).lines("Products of Ada's own"),
                    new CharacterTopic(ada, terminal).lines(),
                    new ItemTopic(ada.items(), terminal).lines(),
                    new PaymentTopic(ada, service.accountId(BOB), terminal).lines(),
                    byTheOtherEndpoint(ada, environment, others),
                    withoutASecret(),
                    new CalledEndpoints(List.of(shop.meters(), others), terminal).lines(),
                    Books.lines(books, terminal));
        }

        private Flux<String> withoutASecret() {
            return Shop.connectPublicly(
                    service,
                    shop.server(),
                    client -> client.httpClient(http).scopes(Scope.BALANCE),
                    other -> new Authorization(other, service.baseUri(), terminal).implicitLines());
        }

        /**
         * Which endpoint purchases go to is a setting of the client, so there is another client. Debits of subscriptions
         * need it: the documented endpoint does not know them.
         */
        private Flux<String> byTheOtherEndpoint(
                AuthorizedUser ada, GloebitEnvironment environment, MeterRegistry others) {
            return Shop.connect(
                    service,
                    shop.server(),
                    client -> client.httpClient(http)
                            .transactVersion(TransactVersion.V2)
                            .meterRegistry(others),
                    other -> byTheOtherEndpoint(
                            other.client(), other.client().withCredential(ada.credential()), environment));
        }

        private Flux<String> byTheOtherEndpoint(
                GloebitClient client, AuthorizedUser ada, GloebitEnvironment environment) {
            return Flux.concat(
                    Mono.just(terminal.stage("A purchase by /v2/transact")),
                    ada.purchase(ItemPurchase.of(TransactionId.of("order-11"), "torch", 3)
                                    .withUsername(Shop.USER))
                            .map(receipt -> terminal.fact("a torch", Receipts.text(receipt))),
                    new SubscriptionTopic(client, ada, environment, terminal).lines());
        }
    }
}
