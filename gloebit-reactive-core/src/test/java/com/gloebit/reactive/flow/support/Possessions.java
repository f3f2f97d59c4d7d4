package com.gloebit.reactive.flow.support;

import com.gloebit.reactive.failure.RequestRefusedException;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Everything that Ada's service knows, but for ids that it drew itself. */
public record Possessions(SimulatedShop shop) {
    public List<String> all() {
        return Flux.concat(money(), ledger(), items(), characters())
                .collectList()
                .blockOptional(Waiting.PATIENCE)
                .orElseThrow();
    }

    private Flux<String> money() {
        return Flux.just(
                "ada has " + shop.simulator.balance("ada"),
                "bob has " + shop.simulator.balance("bob"),
                "the shop has " + shop.simulator.earnings("shop"),
                "fees are " + shop.simulator.fees(),
                "ada's products are " + shop.simulator.products("shop", "ada"));
    }

    private Flux<String> ledger() {
        return Flux.fromIterable(shop.simulator.ledger())
                .map(entry -> entry.transactionId() + " of " + entry.amount() + " is " + entry.state());
    }

    /** What was granted is listed, too, and cannot be read. */
    private Flux<String> items() {
        return shop.ada
                .items()
                .list()
                .concatMap(item -> shop.ada
                        .items()
                        .read(UUID.fromString(item.itemId()))
                        .map(Object::toString)
                        .onErrorReturn(RequestRefusedException.class, item.typeId())
                        .map(content -> "in " + item.folderId() + ": " + content));
    }

    private Flux<String> characters() {
        return shop.ada
                .characters()
                .list()
                .concatMap(character -> shop.ada
                        .character(character.id())
                        .products()
                        .list()
                        .collectList()
                        .map(products -> character.name() + " " + character.members() + " has " + products));
    }
}
