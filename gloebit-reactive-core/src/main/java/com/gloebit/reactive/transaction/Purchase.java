package com.gloebit.reactive.transaction;

/** Something to buy, under one transaction id. */
public sealed interface Purchase permits ItemPurchase, ProductPurchase, UserPayment {
    /**
     * The id under which Gloebit books it, once.
     *
     * @return never null
     */
    TransactionId transactionId();

    /**
     * What kind of purchase it is.
     *
     * @return never null
     */
    PurchaseKind kind();

    /**
     * What it says beside what is bought.
     *
     * @return never null
     */
    PurchaseDetails details();

    /**
     * How many.
     *
     * @return at least 1
     */
    int quantity();
}
