package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.CallLimits;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
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
    private final GloebitSimulator service;
    private final Supplier<Books> books;
    private final Terminal terminal;

    LostAnswers(AuthorizedUser ada, GloebitSimulator service, Supplier<Books> books, Terminal terminal) {
        this.ada = ada;
        this.service = service;
        this.books = books;
        this.terminal = terminal;
    }

    Flux<String> lines() {
        return Flux.concat(
                story(
                        "Gloebit books the purchase, and the answer is lost: the client asks again",
                        "order-4",
                        this::buy),
                story("The same, and no attempt is left: in doubt, and resolved", "order-5", this::buyInDoubt));
    }

    private Mono<Receipt> buy(ItemPurchase lantern) {
        return ada.purchase(lantern);
    }

    /** What an application does when a purchase is in doubt: keep what is pending, and send it again. */
    private Mono<Receipt> buyInDoubt(ItemPurchase lantern) {
        return ada.within(CallLimits.DEFAULT.withAttempts(1))
                .purchase(lantern)
                .onErrorResume(TransactionInDoubtException.class, doubt -> ada.resend(doubt.pending()));
    }

    private Flux<String> story(String title, String order, Function<ItemPurchase, Mono<Receipt>> purchase) {
        ItemPurchase lantern = ItemPurchase.of(TransactionId.of(order), "lantern", new BigDecimal("12.25"))
                .username(Shop.USER);
        return Flux.defer(() -> {
                    BigDecimal before = service.balance(Shop.USER);
                    long requestsBefore = service.requestCount("/transact");
                    service.failNext("/transact", Fault.COMMIT_THEN_DROP);
                    return purchase.apply(lantern).flatMapIterable(receipt -> {
                        long requests = service.requestCount("/transact") - requestsBefore;
                        return proof(lantern, receipt, requests, before);
                    });
                })
                .startWith(terminal.stage(title));
    }

    private List<String> proof(ItemPurchase lantern, Receipt receipt, long requests, BigDecimal before) {
        if (requests < 2) {
            throw new IllegalStateException(lantern.transactionId() + " was sent once: no answer was lost");
        }
        Books now = books.get();
        return List.of(
                terminal.fact(
                        "receipt",
                        receipt.transactionId() + " is " + receipt.state() + " after " + requests + " requests, reason "
                                + receipt.reason()),
                terminal.fact("ledger", now.onlyBookingOf(lantern.transactionId(), lantern.total())),
                terminal.good(now.chargedOnce(before, lantern.total())));
    }
}
