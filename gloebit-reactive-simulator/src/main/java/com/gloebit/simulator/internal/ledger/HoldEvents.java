package com.gloebit.simulator.internal.ledger;

/** What the ledger tells about transactions with hold URLs. Called with the ledger's lock held: nothing may come back. */
public interface HoldEvents {
    /**
     * The funds are held.
     *
     * @param begun whether to call the application now, or when the test settles what is held
     * @return whether the callbacks decide; otherwise the ledger does
     */
    boolean held(Purchase purchase, boolean begun);

    /**
     * The test settles what is held: the application is to be called now.
     *
     * @return whether the callbacks decide; otherwise the ledger does
     */
    boolean begun(Purchase purchase);

    /**
     * The transaction is to go back on the queue.
     *
     * @return false if the application is still being called about it, so that it cannot yet
     */
    boolean queuedAgain(Purchase purchase);

    void committed(Purchase purchase);

    void cancelled(Purchase purchase);
}
