package com.gloebit.reactive.transaction;

/** The kinds of purchase, as meters name them. */
public enum PurchaseKind {
    /** An item that the application names and prices itself. */
    ITEM,
    /** A product that Gloebit knows and prices. */
    PRODUCT,
    /** A payment to another user. */
    USER_PAYMENT
}
