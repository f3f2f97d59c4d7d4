package com.gloebit.examples.demo.visit;

import com.gloebit.examples.demo.output.Counted;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.inventory.ItemReference;
import java.math.BigDecimal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every call that only reads and needs no id. */
final class Reading {
    private final AuthorizedUser user;
    private final Terminal terminal;

    Reading(AuthorizedUser user, Terminal terminal) {
        this.user = user;
        this.terminal = terminal;
    }

    Flux<String> lines() {
        return Flux.concat(
                        user.verify().thenReturn(fact("token", "accepted")),
                        user.info().map(info -> fact("user", info.name() + ", id " + info.id())),
                        user.balance()
                                .map(BigDecimal::toPlainString)
                                .map(found -> fact("balance", found + " gloebits")),
                        all("products", user.products().list().map(Counted::text)),
                        all("characters", user.characters().list().map(StoredCharacter::name)),
                        all("items", user.items().list().map(Reading::item)))
                .startWith(terminal.stage("The user's data"));
    }

    private Mono<String> all(String name, Flux<String> found) {
        return found.collectList().map(texts -> fact(name, joined(texts)));
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    private static String item(ItemReference item) {
        return item.typeId() + " " + item.itemId();
    }

    /** What others wrote is not to command the terminal. */
    private String fact(String name, String text) {
        return terminal.fact(name, text.replaceAll("\\p{Cc}", "?"));
    }
}
