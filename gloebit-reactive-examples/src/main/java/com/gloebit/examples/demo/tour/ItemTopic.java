package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.NewItem;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An object of the application's own in a folder of the user's inventory. */
record ItemTopic(Items items, Terminal terminal) {
    private static final String FOLDER = "attic";

    Flux<String> lines() {
        return items.create(NewItem.of("hat").inFolder(FOLDER).withParams(Map.of("colour", "green")))
                .flatMapMany(hat -> Flux.concat(
                        Mono.just(terminal.fact("create", "hat, id " + hat)),
                        listed(FOLDER, items.list(FOLDER)),
                        params("read", hat),
                        items.update(hat, Map.of("feathers", 2)).then(params("update", hat)),
                        listed("all", items.list()),
                        items.delete(hat).thenReturn(terminal.fact("delete", "hat")),
                        listed(FOLDER, items.list(FOLDER))))
                .startWith(terminal.stage("An item in a folder"));
    }

    private Mono<String> params(String name, UUID id) {
        return items.read(id).map(params -> terminal.fact(name, new TreeMap<>(params).toString()));
    }

    private Mono<String> listed(String name, Flux<ItemReference> found) {
        return found.map(ItemReference::typeId)
                .collectList()
                .map(types -> terminal.fact(name, types.isEmpty() ? "empty" : String.join(", ", types)));
    }
}
