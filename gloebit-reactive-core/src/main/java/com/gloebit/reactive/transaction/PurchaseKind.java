package com.gloebit.reactive.transaction;

/** The kinds of purchase, as in meters. */
public enum PurchaseKind {
    /** Something the application prices itself. */
    ITEM,
    /** A product that Gloebit knows and prices. */
    PRODUCT,
    /** A payment to another user. */
    USER_PAYMENT
}
