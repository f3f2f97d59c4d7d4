package com.gloebit.simulator;

/** What the ledger tells about transactions with hold URLs. Called with the ledger's lock held: nothing may come back. */
interface HoldEvents {
    /**
     * The funds are held, and the application is to be asked.
     *
     * @param begun whether to ask it now, or when the test settles what is held
     */
    void held(Purchase purchase, boolean begun);

    /** The test settles what is held: the application is to be asked now. */
    void begun(Purchase purchase);

    void committed(Purchase purchase);

    void cancelled(Purchase purchase);
}
