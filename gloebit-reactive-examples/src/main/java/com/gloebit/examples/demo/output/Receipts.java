package com.gloebit.examples.demo.output;

import com.gloebit.reactive.transaction.Receipt;

/** What Gloebit said to a purchase, in words. */
public final class Receipts {
    private Receipts() {}

    public static String text(Receipt receipt) {
        return receipt.transactionId() + " is " + receipt.state() + ", balance " + receipt.balance();
    }
}
