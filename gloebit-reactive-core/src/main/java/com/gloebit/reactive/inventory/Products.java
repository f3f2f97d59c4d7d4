package com.gloebit.reactive.inventory;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.endpoint.ProductChange;
import com.gloebit.reactive.internal.pipeline.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The products in an inventory: the user's own, or that of one of the user's characters. Needs the scope {@code inventory}. */
public final class Products {
    private static final int MAX_NAME = 255;

    private final Caller caller;
    private final @Nullable UUID character;

    /**
     * Made by {@code AuthorizedUser.products()} and {@code OwnedCharacter.products()}.
     *
     * @param caller how calls are made
     * @param character whose inventory; null for the user's own
     */
    @SuppressWarnings("exports") // only the client can make a caller
    public Products(Caller caller, @Nullable UUID character) {
        this.caller = caller;
        this.character = character;
    }

    /**
     * What the inventory holds. Reads only; sent again after any failure that may pass.
     *
     * @return empty if it holds nothing
     */
    public Flux<ProductCount> list() {
        Mono<List<ProductCount>> answer = character == null
                ? caller.call(Endpoints.USER_PRODUCTS)
                : caller.call(Endpoints.CHARACTER_PRODUCTS, character);
        return answer.flatMapIterable(products -> products);
    }

    /**
     * Takes so many of a product out of the inventory. Nothing tells Gloebit a repeat from a second call: each
     * subscription consumes again, and an attempt that was sent is not sent again. A failure with outcome
     * {@code UNKNOWN} may have consumed: {@link #list()} tells.
     *
     * <p>Fails with {@code RequestRefusedException} if the inventory holds fewer.
     *
     * @param product the product's name, any text of up to 255 characters
     * @param count how many, at least 1
     * @return how many are left
     */
    public Mono<Long> consume(String product, int count) {
        ProductChange change = new ProductChange(
                Arguments.text("product", product, MAX_NAME), Arguments.atLeastOne("count", count), character);
        return caller.call(
                character == null ? Endpoints.CONSUME_USER_PRODUCT : Endpoints.CONSUME_CHARACTER_PRODUCT, change);
    }
}
