package com.gloebit.reactive.inventory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The products in the inventory of the user or of one of the user's characters. Needs the scope {@code inventory}. */
public interface Products {
    /**
     * Lists the products in the inventory. Reads only; any temporary failure is retried. Source:
     * {@code GET /get-user-products}, {@code GET /get-character-products/CHARACTER_ID}.
     *
     * @return empty if the inventory is empty
     */
    Flux<ProductCount> list();

    /**
     * Removes pieces of a product from the inventory. Gloebit cannot distinguish a retry from a second call, so each
     * subscription removes again, and an attempt that was sent is not retried. A failure with outcome {@code UNKNOWN}
     * may have removed the pieces: {@link #list()} shows the count. Source: {@code POST /consume-user-product},
     * {@code POST /consume-character-product}.
     *
     * <p>Fails with {@code RequestRefusedException} if the inventory contains fewer pieces.
     *
     * @param product the product's name, any text of 1 to 255 characters
     * @param count the number of pieces to remove, at least 1
     * @return the number of pieces that are left
     */
    Mono<Long> consume(String product, int count);

    /**
     * Adds pieces of a product to the inventory, without a purchase. Each subscription adds again, and an attempt that
     * was sent is not retried. A failure with outcome {@code UNKNOWN} may have added the pieces: {@link #list()} shows
     * the count. Source: {@code POST /grant-user-product}, {@code POST /grant-character-product}.
     *
     * <p>Fails with {@code RequestRefusedException} if the product is not grantable, or if the inventory would exceed
     * the product's limit.
     *
     * @param product the product's name, any text of 1 to 255 characters
     * @param count the number of pieces to add, at least 1
     * @return the number of pieces in the inventory afterwards
     */
    Mono<Long> grant(String product, int count);

    /**
     * Sets the number of pieces of a product in the inventory. The last write wins. Any temporary failure is retried.
     * Retries and late requests can overwrite newer values:
     *
     * <ul>
     * <li>A retry overwrites the count that another call set between the two attempts.
     * <li>A request that was given up may be carried out after this call has succeeded, and then overwrites the count
     *     that a later call set.
     * </ul>
     *
     * <p>Fails with {@code RequestRefusedException} under the same conditions as {@link #grant}. Source:
     * {@code POST /set-user-product-count}, {@code POST /set-character-product-count}.
     *
     * @param product the product's name, any text of 1 to 255 characters
     * @param count the number of pieces, at least 0
     * @return the number of pieces in the inventory afterwards
     */
    Mono<Long> setCount(String product, int count);
}
