package com.gloebit.simulator;

import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.service.SimulatedService;
import com.gloebit.simulator.internal.wire.Arguments;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The part of {@link GloebitSimulator} that reads and changes accounts, ledger and inventories; it needs no server. */
abstract class SimulatedAccounts {
    SimulatedAccounts() {}

    /** Returns the current service; a reset replaces it. */
    abstract SimulatedService service();

    /**
     * Returns a user's balance, which excludes held gloebits.
     *
     * @param userName name of a known account
     * @return the balance
     */
    public BigDecimal balance(String userName) {
        service().registry().account(userName);
        return service().ledger().balance(userName);
    }

    /**
     * Returns the payments to an application, less the fees.
     *
     * @param applicationKey key of a known application
     * @return the sum over committed transactions
     */
    public BigDecimal earnings(String applicationKey) {
        service().registry().application(applicationKey);
        return service().ledger().earnings(applicationKey);
    }

    /**
     * Returns the fees that the service kept: 2 % of each committed transaction.
     *
     * @return the sum over committed transactions
     */
    public BigDecimal fees() {
        return service().ledger().fees();
    }

    /**
     * Returns the gloebits that {@link #deposit} and the page {@code /purchase} have added since the start or the last
     * reset. The sum of balances, earnings, fees and held gloebits equals the sum of the first balances and the
     * deposits.
     *
     * @return the sum
     */
    public BigDecimal deposits() {
        return service().ledger().deposits();
    }

    /**
     * Returns all bookings.
     *
     * @return an immutable copy, in booking order
     */
    public List<LedgerEntry> ledger() {
        return service().ledger().entries();
    }

    /**
     * Returns the products in a user's own inventory.
     *
     * @param applicationKey key of a known application
     * @param userName name of a known account
     * @return counts above 0 by product name
     */
    public Map<String, Integer> products(String applicationKey, String userName) {
        service().registry().application(applicationKey);
        service().registry().account(userName);
        return service().ledger().products(Inventory.ofUser(applicationKey, userName));
    }

    /**
     * Returns the products in a character's inventory.
     *
     * @param characterId id of a known character
     * @return counts above 0 by product name
     */
    public Map<String, Integer> characterProducts(UUID characterId) {
        return service()
                .ledger()
                .products(service().registry().character(characterId).inventory());
    }

    /**
     * Adds gloebits to an account.
     *
     * @param userName name of a known account
     * @param amount more than 0
     */
    public void deposit(String userName, BigDecimal amount) {
        service().registry().account(userName);
        service().ledger().deposit(userName, Arguments.positive("amount", amount));
    }

    /**
     * Replaces a product, as the applications' configuration page does. Transactions that are committed, held or queued
     * keep their price.
     *
     * @param product a product with the name of a known one
     */
    public void changeProduct(Product product) {
        service().registry().change(product);
    }

    /**
     * Locks or unlocks an account. Payments from a locked account are refused.
     *
     * @param userName name of a known account
     * @param locked whether payments from the account are refused
     */
    public void lockAccount(String userName, boolean locked) {
        service().registry().account(userName);
        service().ledger().lock(userName, locked);
    }

    /**
     * Refuses or accepts payments of other users to an account.
     *
     * @param userName name of a known account
     * @param locked whether payments to the account are refused
     */
    public void lockReceiving(String userName, boolean locked) {
        service().registry().account(userName);
        service().ledger().lockReceiving(userName, locked);
    }

    /**
     * Settles every held transaction. A transaction with an enact URL is not committed here: its enact is called,
     * unless it was called before. With {@link CallbackBehaviour#manual()} the test makes that call. Other transactions
     * are committed.
     *
     * @return the number of held transactions
     */
    public int settleHeld() {
        return service().ledger().settleHeld();
    }

    /**
     * Cancels every held transaction and returns the funds to the payers. Cancel URLs are called afterwards, also if
     * enact was not called before. With {@link CallbackBehaviour#manual()} the test makes these calls.
     *
     * @return the number of held transactions
     */
    public int cancelHeld() {
        return service().ledger().cancelHeld();
    }

    /**
     * Creates a character.
     *
     * @param applicationKey key of a known application
     * @param userName name of a known account
     * @param name the character's name, unique in the application
     * @return the character's id
     */
    public UUID createCharacter(String applicationKey, String userName, String name) {
        service().registry().application(applicationKey);
        service().registry().account(userName);
        return service().registry().createCharacter(applicationKey, userName, name);
    }

    /**
     * Adds a redirect prefix to an application, as its configuration page does. An application that is started after
     * the simulator, on a free port, needs this.
     *
     * @param applicationKey key of a known application
     * @param prefix an absolute URI
     */
    public void allowRedirect(String applicationKey, URI prefix) {
        service().registry().allowRedirect(applicationKey, prefix);
    }

    /**
     * Allows or forbids an application to edit characters, as its configuration page does.
     *
     * @param applicationKey key of a known application
     * @param allowed whether editing is allowed; the default is true
     */
    public void allowCharacterEditing(String applicationKey, boolean allowed) {
        service().registry().application(applicationKey);
        service().registry().characters().allowEditing(applicationKey, allowed);
    }

    /**
     * Returns the id that {@code /user} answers and that a payment between users names as {@code
     * seller-id-from-gloebit}.
     *
     * @param userName name of a known account
     * @return the account's id, the same in every run
     */
    public UUID accountId(String userName) {
        return service().registry().account(userName).id();
    }

    /**
     * Enables or disables a subscription. Requests to authorize a disabled one are refused.
     *
     * @param subscriptionId id of a known subscription
     * @param enabled whether it is enabled; the default is true
     */
    public void enableSubscription(UUID subscriptionId, boolean enabled) {
        service().registry().subscriptions().enable(subscriptionId, enabled);
    }

    /**
     * Approves or declines a subscription authorization, as the user does on its page.
     *
     * @param authorizationId id of a known subscription authorization
     * @param approved true to approve, false to decline
     */
    public void decideSubscription(UUID authorizationId, boolean approved) {
        service().registry().subscriptions().decide(authorizationId, approved);
    }
}
