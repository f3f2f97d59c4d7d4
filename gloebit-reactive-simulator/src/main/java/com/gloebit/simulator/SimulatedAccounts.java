package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has what, to be looked at and changed by tests. The part of {@link GloebitSimulator} that needs no server. */
abstract class SimulatedAccounts {
    private final Directory directory;
    private final Ledger ledger;

    SimulatedAccounts(Directory directory, Ledger ledger) {
        this.directory = directory;
        this.ledger = ledger;
    }

    /**
     * A user's gloebits, without those held.
     *
     * @param userName name of a known account
     * @return the balance
     */
    public BigDecimal balance(String userName) {
        directory.account(userName);
        return ledger.balance(userName);
    }

    /**
     * What an application was paid, without fees.
     *
     * @param applicationKey key of a known application
     * @return the sum over committed transactions
     */
    public BigDecimal earnings(String applicationKey) {
        directory.application(applicationKey);
        return ledger.earnings(applicationKey);
    }

    /**
     * What the service kept: 2 % of every committed transaction.
     *
     * @return the sum over committed transactions
     */
    public BigDecimal fees() {
        return ledger.fees();
    }

    /**
     * What was added since the start, by {@link #deposit} and by users on the page {@code /purchase}. Balances, earnings,
     * fees and what is held add up to this and the balances of the beginning.
     *
     * @return the sum
     */
    public BigDecimal deposits() {
        return ledger.deposits();
    }

    /**
     * Every booking.
     *
     * @return an immutable copy, in booking order
     */
    public List<LedgerEntry> ledger() {
        return ledger.entries();
    }

    /**
     * The products in a user's own inventory.
     *
     * @param applicationKey key of a known application
     * @param userName name of a known account
     * @return counts above 0 by product name
     */
    public Map<String, Integer> products(String applicationKey, String userName) {
        directory.application(applicationKey);
        directory.account(userName);
        return ledger.products(Inventory.ofUser(applicationKey, userName));
    }

    /**
     * The products in a character's inventory.
     *
     * @param characterId id of a known character
     * @return counts above 0 by product name
     */
    public Map<String, Integer> characterProducts(UUID characterId) {
        return ledger.products(directory.character(characterId).inventory());
    }

    /**
     * Adds gloebits to an account: the top-up.
     *
     * @param userName name of a known account
     * @param amount more than 0
     */
    public void deposit(String userName, BigDecimal amount) {
        directory.account(userName);
        ledger.deposit(userName, Arguments.positive("amount", amount));
    }

    /**
     * Replaces a product, as the applications' configuration page does: price, availability and limit from now on. What is
     * bought, held or queued keeps its price.
     *
     * @param product a product with the name of a known one
     */
    public void changeProduct(Product product) {
        directory.change(product);
    }

    /**
     * Locks an account or unlocks it. The owner of a locked one cannot spend.
     *
     * @param userName name of a known account
     * @param locked whether spending is refused
     */
    public void lockAccount(String userName, boolean locked) {
        directory.account(userName);
        ledger.lock(userName, locked);
    }

    /**
     * Lets the payments of other users to an account be refused, or accepted again.
     *
     * @param userName name of a known account
     * @param locked whether receiving is refused
     */
    public void lockReceiving(String userName, boolean locked) {
        directory.account(userName);
        ledger.lockReceiving(userName, locked);
    }

    /**
     * Commits every held transaction; one with an enact URL is left to the application, which is asked now unless
     * it was before. With {@link CallbackBehaviour#manual()} the test makes that call.
     *
     * @return how many there were
     */
    public int settleHeld() {
        return ledger.settleHeld();
    }

    /**
     * Cancels every held transaction and gives the funds back. Where there is a cancel URL it is called then, with no
     * enact before it unless there was one; with {@link CallbackBehaviour#manual()} the test makes that call.
     *
     * @return how many there were
     */
    public int cancelHeld() {
        return ledger.cancelHeld();
    }
}
