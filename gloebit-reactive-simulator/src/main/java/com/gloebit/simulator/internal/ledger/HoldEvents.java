package com.gloebit.simulator.internal.ledger;

/** Events of transactions with hold URLs. The ledger holds its lock meanwhile, so implementations must not call it. */
public interface HoldEvents {
    /**
     * The funds are held.
     *
     * @param begun true to call the application now, false to call it when the test settles held transactions
     * @return true if the callbacks decide, false if the ledger does
     */
    boolean held(Purchase purchase, boolean begun);

    /**
     * The test settles held transactions: the application is to be called now.
     *
     * @return true if the callbacks decide, false if the ledger does
     */
    boolean begun(Purchase purchase);

    /**
     * The transaction is to be queued again.
     *
     * @return false if a callback of the transaction is due or under way, which prevents it
     */
    boolean queuedAgain(Purchase purchase);

    void committed(Purchase purchase);

    void cancelled(Purchase purchase);
}
