package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ada pays Bob, whom she knows by either of his names at Gloebit. What her history shows goes along. */
record PaymentTopic(AuthorizedUser ada, UUID bobAtGloebit, Terminal terminal) {
    private static final PurchaseDetails DETAILS = PurchaseDetails.NONE
            .withUsername(Shop.USER)
            .withBuyerId("a-1")
            .withDescriptions(Descriptions.NONE
                    .withPlatform("game", "Lantern")
                    .withLocation("place", "market")
                    .withTransaction("for", "a lamp"));

    Flux<String> lines() {
        return Flux.concat(
                        pay("by address", "order-7", Payee.byEmail("Bob", "b-1", Tour.BOBS_ADDRESS)),
                        pay("by id", "order-8", Payee.byGloebitId("Bob", "b-1", bobAtGloebit.toString())))
                .startWith(terminal.stage("Ada pays Bob, with words for her history"));
    }

    private Mono<String> pay(String how, String order, Payee bob) {
        return ada.purchase(UserPayment.of(TransactionId.of(order), "lamp", new BigDecimal("2.5"), bob)
                        .withDetails(DETAILS))
                .map(receipt -> terminal.fact(how, Receipts.text(receipt)));
    }
}
