package com.gloebit.reactive.transaction;

/** A purchase to be made under one transaction id. */
public sealed interface Purchase permits ItemPurchase, ProductPurchase, UserPayment {
    /**
     * The id under which Gloebit books the purchase, once.
     *
     * @return never null
     */
    TransactionId transactionId();

    /**
     * The kind of purchase.
     *
     * @return never null
     */
    PurchaseKind kind();

    /**
     * The further members of the purchase.
     *
     * @return never null
     */
    PurchaseDetails details();

    /**
     * The number of pieces.
     *
     * @return at least 1
     */
    int quantity();
}
