package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A character from its creation to its end, with an inventory of its own meanwhile. */
record CharacterTopic(AuthorizedUser ada, Terminal terminal) {
    Flux<String> lines() {
        Map<String, Object> members = Map.of("level", 12, "skills", Map.of("algebra", List.of(1, 2.5, "poetry")));
        return characters()
                .create("Lovelace", members)
                .flatMapMany(hero -> Flux.concat(
                        Mono.just(terminal.fact("create", text(hero))),
                        characters()
                                .update(hero.withMember("level", 13))
                                .map(known -> terminal.fact("update", text(known))),
                        named("list"),
                        new ProductTopic(ada.character(hero.id()).products(), terminal)
                                .lines("Products of the character, and its end"),
                        buyFor(hero),
                        characters().delete(hero.id()).thenReturn(terminal.fact("delete", hero.name())),
                        named("list")))
                .startWith(terminal.stage("A character of Ada's"));
    }

    private Characters characters() {
        return ada.characters();
    }

    private Mono<String> buyFor(StoredCharacter hero) {
        return ada.purchase(ProductPurchase.of(TransactionId.of("order-6"), Shop.PRODUCT)
                        .withCharacter(hero.id())
                        .withUsername(Shop.USER))
                .map(receipt -> terminal.fact(
                        "buy for it",
                        receipt.transactionId() + " is " + receipt.state() + ", " + receipt.productCount() + " x "
                                + Shop.PRODUCT));
    }

    private Mono<String> named(String what) {
        return characters()
                .list()
                .map(StoredCharacter::name)
                .collectList()
                .map(names -> terminal.fact(what, names.isEmpty() ? "none" : String.join(", ", names)));
    }

    private static String text(StoredCharacter character) {
        return character.name() + " " + new TreeMap<>(character.members());
    }
}
