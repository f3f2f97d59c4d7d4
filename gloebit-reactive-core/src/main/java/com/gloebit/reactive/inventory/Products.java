package com.gloebit.reactive.inventory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The products in an inventory: the user's own, or that of one of the user's characters. Needs the scope {@code inventory}. */
public interface Products {
    /**
     * What the inventory holds. Reads only; sent again after any failure that may pass.
     *
     * @return empty if it holds nothing
     */
    Flux<ProductCount> list();

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
    Mono<Long> consume(String product, int count);

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
    Mono<Long> grant(String product, int count);

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
    Mono<Long> setCount(String product, int count);
}
