package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Books;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service books a purchase and hangs up before it answers. The purchase must be charged once, and it is proved. */
final class LostAnswers {
    private final AuthorizedUser ada;
    private final Checkout checkout;
    private final GloebitSimulator service;
    private final Supplier<Books> books;
    private final Terminal terminal;

    LostAnswers(
            AuthorizedUser ada, Checkout checkout, GloebitSimulator service, Supplier<Books> books, Terminal terminal) {
        this.ada = ada;
        this.checkout = checkout;
        this.service = service;
        this.books = books;
        this.terminal = terminal;
    }

    Flux<String> lines() {
        return Flux.concat(
                story(
                        "Gloebit books the purchase, and the answer is lost: the client asks again",
                        "order-5",
                        2,
                        this::buy),
                story("The same, and no attempt is left: in doubt, and resolved", "order-6", 2, this::buyInDoubt),
                story(
                        "The same, and the client does not ask again: Gloebit's callbacks decide",
                        "order-7",
                        1,
                        this::leaveInDoubt));
    }

    private Mono<String> buy(ItemPurchase lantern) {
        return ada.purchase(lantern).map(LostAnswers::text);
    }

    /**
     * Does what an application does when a purchase is in doubt: it keeps the pending purchase and sends it again. The
     * callbacks wait for the receipt. A purchase that is enacted already needs no second request.
     */
    private Mono<String> buyInDoubt(ItemPurchase lantern) {
        return Mono.using(
                () -> {
                    service.holdCallbacks().behave(CallbackBehaviour.manual());
                    return service.holdCallbacks();
                },
                callbacks -> buyWithOneAttempt(lantern)
                        .onErrorResume(TransactionInDoubtException.class, doubt -> ada.resend(doubt.pending()))
                        .map(LostAnswers::text),
                callbacks -> callbacks.behave(Shop.CALLBACKS));
    }

    /** What an application can do that Gloebit calls: wait. */
    private Mono<String> leaveInDoubt(ItemPurchase lantern) {
        return buyWithOneAttempt(lantern)
                .flatMap(receipt -> Mono.<String>error(new IllegalStateException("no answer was lost: " + receipt)))
                .onErrorResume(
                        TransactionInDoubtException.class,
                        doubt -> Mono.just(lantern.transactionId() + " has none, outcome " + doubt.outcome()));
    }

    private Mono<Receipt> buyWithOneAttempt(ItemPurchase lantern) {
        return ada.withLimits(CallLimits.DEFAULT.withAttempts(1)).purchase(lantern);
    }

    private static String text(Receipt receipt) {
        return receipt.transactionId() + " is " + receipt.state() + ", reason " + receipt.reason();
    }

    private Flux<String> story(
            String title, String order, long expectedRequests, Function<ItemPurchase, Mono<String>> purchase) {
        ItemPurchase lantern = ItemPurchase.of(TransactionId.of(order), "lantern", new BigDecimal("12.25"))
                .withUsername(Shop.USER);
        return Flux.defer(() -> {
                    BigDecimal before = service.balance(Shop.USER);
                    long requestsBefore = service.requestCount("/transact");
                    service.failNext("/transact", Fault.COMMIT_THEN_DROP);
                    return purchase.apply(lantern)
                            .delayUntil(receipt -> checkout.delivered(lantern.transactionId()))
                            .flatMapIterable(receipt -> {
                                long requests = service.requestCount("/transact") - requestsBefore;
                                return proof(lantern, receipt, requests, expectedRequests, before);
                            });
                })
                .startWith(terminal.stage(title));
    }

    private List<String> proof(
            ItemPurchase lantern, String receipt, long requests, long expectedRequests, BigDecimal before) {
        TransactionId order = lantern.transactionId();
        if (requests != expectedRequests) {
            throw new IllegalStateException(
                    "%s was sent %s times, expected %s".formatted(order, requests, expectedRequests));
        }
        Books now = books.get();
        return List.of(
                terminal.fact("receipt", receipt + ", after " + requests + (requests == 1 ? " request" : " requests")),
                terminal.fact("settlement", order + " is paid, and delivered"),
                terminal.fact("ledger", now.onlyBookingOf(order, lantern.total())),
                terminal.good(now.chargedOnce(before, lantern.total())));
    }
}
