package com.gloebit.reactive.transaction;

import org.jspecify.annotations.Nullable;

/** Something to buy, under one transaction id. */
public sealed interface Purchase permits ItemPurchase, ProductPurchase {
    /**
     * The id under which Gloebit books it, once.
     *
     * @return never null
     */
    TransactionId transactionId();

    /**
     * The application's name for the payer.
     *
     * @return null if it is to be looked up with {@code /user}, which needs the scope {@code user}
     */
    @Nullable
    String username();

    /**
     * How many.
     *
     * @return at least 1
     */
    int quantity();
}
