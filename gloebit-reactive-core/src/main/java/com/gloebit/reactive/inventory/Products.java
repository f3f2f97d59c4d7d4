package com.gloebit.reactive.inventory;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoint;
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
     * {@code UNKNOWN} may have consumed: {@link #list()} tells. Source: {@code POST /consume-user-product},
     * {@code POST /consume-character-product}.
     *
     * <p>Fails with {@code RequestRefusedException} if the inventory holds fewer.
     *
     * @param product the product's name, any text of up to 255 characters
     * @param count how many, at least 1
     * @return how many are left
     */
    public Mono<Long> consume(String product, int count) {
        return change(
                Endpoints.CONSUME_USER_PRODUCT,
                Endpoints.CONSUME_CHARACTER_PRODUCT,
                product,
                Arguments.atLeastOne("count", count));
    }

    /**
     * Puts so many of a product into the inventory, without a purchase. Each subscription grants again, and an attempt
     * that was sent is not sent again. A failure with outcome {@code UNKNOWN} may have granted: {@link #list()} tells.
     * Source: {@code POST /grant-user-product}, {@code POST /grant-character-product}.
     *
     * <p>Fails with {@code RequestRefusedException} if the product may not be granted, or the inventory would hold more
     * than the product's limit.
     *
     * @param product the product's name, any text of up to 255 characters
     * @param count how many, at least 1
     * @return how many the inventory holds then
     */
    public Mono<Long> grant(String product, int count) {
        return change(
                Endpoints.GRANT_USER_PRODUCT,
                Endpoints.GRANT_CHARACTER_PRODUCT,
                product,
                Arguments.atLeastOne("count", count));
    }

    /**
     * Sets how many of a product the inventory holds. The last write wins. It is sent again after any failure that may
     * pass: what another call changed between two attempts is overwritten. A request that was given up may be carried out
     * after this has succeeded, and overwrites what a later call set. Refused as {@link #grant} is. Source:
     * {@code POST /set-user-product-count}, {@code POST /set-character-product-count}.
     *
     * @param product the product's name, any text of up to 255 characters
     * @param count how many, at least 0
     * @return how many the inventory holds then
     */
    public Mono<Long> setCount(String product, int count) {
        return change(
                Endpoints.SET_USER_PRODUCT_COUNT,
                Endpoints.SET_CHARACTER_PRODUCT_COUNT,
                product,
                Arguments.between("count", count, 0, Integer.MAX_VALUE));
    }

    private Mono<Long> change(
            Endpoint<ProductChange, Long> ofUser,
            Endpoint<ProductChange, Long> ofCharacter,
            String product,
            int count) {
        ProductChange change = new ProductChange(Arguments.text("product", product, MAX_NAME), count, character);
        return caller.call(character == null ? ofUser : ofCharacter, change);
    }
}
