package com.gloebit.examples.demo;

import com.gloebit.reactive.transaction.Receipt;

/** What Gloebit said to a purchase, in words. */
final class Receipts {
    private Receipts() {}

    static String text(Receipt receipt) {
        return receipt.transactionId() + " is " + receipt.state() + ", balance " + receipt.balance();
    }
}
