package com.gloebit.simulator;

import com.gloebit.simulator.internal.ledger.Inventory;
import com.gloebit.simulator.internal.service.SimulatedService;
import com.gloebit.simulator.internal.wire.Arguments;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has what, to be looked at and changed by tests. The part of {@link GloebitSimulator} that needs no server. */
abstract class SimulatedAccounts {
    SimulatedAccounts() {}

    /** As it is now: a reset begins another one. */
    abstract SimulatedService service();

    /**
     * A user's gloebits, without those held.
     *
     * @param userName name of a known account
     * @return the balance
     */
    public BigDecimal balance(String userName) {
        service().registry().account(userName);
        return service().ledger().balance(userName);
    }

    /**
     * What an application was paid, without fees.
     *
     * @param applicationKey key of a known application
     * @return the sum over committed transactions
     */
    public BigDecimal earnings(String applicationKey) {
        service().registry().application(applicationKey);
        return service().ledger().earnings(applicationKey);
    }

    /**
     * What the service kept: 2 % of every committed transaction.
     *
     * @return the sum over committed transactions
     */
    public BigDecimal fees() {
        return service().ledger().fees();
    }

    /**
     * What was added since the start or the last reset, by {@link #deposit} and by users on the page {@code /purchase}.
     * Balances, earnings, fees and what is held add up to this and the balances of the beginning.
     *
     * @return the sum
     */
    public BigDecimal deposits() {
        return service().ledger().deposits();
    }

    /**
     * Every booking.
     *
     * @return an immutable copy, in booking order
     */
    public List<LedgerEntry> ledger() {
        return service().ledger().entries();
    }

    /**
     * The products in a user's own inventory.
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
     * The products in a character's inventory.
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
     * Adds gloebits to an account: the top-up.
     *
     * @param userName name of a known account
     * @param amount more than 0
     */
    public void deposit(String userName, BigDecimal amount) {
        service().registry().account(userName);
        service().ledger().deposit(userName, Arguments.positive("amount", amount));
    }

    /**
     * Replaces a product, as the applications' configuration page does: price, availability and limit from now on. What is
     * bought, held or queued keeps its price.
     *
     * @param product a product with the name of a known one
     */
    public void changeProduct(Product product) {
        service().registry().change(product);
    }

    /**
     * Locks an account or unlocks it. The owner of a locked one cannot spend.
     *
     * @param userName name of a known account
     * @param locked whether spending is refused
     */
    public void lockAccount(String userName, boolean locked) {
        service().registry().account(userName);
        service().ledger().lock(userName, locked);
    }

    /**
     * Lets the payments of other users to an account be refused, or accepted again.
     *
     * @param userName name of a known account
     * @param locked whether receiving is refused
     */
    public void lockReceiving(String userName, boolean locked) {
        service().registry().account(userName);
        service().ledger().lockReceiving(userName, locked);
    }

    /**
     * Commits every held transaction; one with an enact URL is left to the application, which is asked now unless
     * it was before. With {@link CallbackBehaviour#manual()} the test makes that call.
     *
     * @return how many there were
     */
    public int settleHeld() {
        return service().ledger().settleHeld();
    }

    /**
     * Cancels every held transaction and gives the funds back. Where there is a cancel URL it is called then, with no
     * enact before it unless there was one; with {@link CallbackBehaviour#manual()} the test makes that call.
     *
     * @return how many there were
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
     * Adds a redirect prefix to an application, as its configuration page does: for an application that learns its port only
     * when it has started, and needs the simulator for that.
     *
     * @param applicationKey key of a known application
     * @param prefix an absolute URI
     */
    public void allowRedirect(String applicationKey, URI prefix) {
        service().registry().allowRedirect(applicationKey, prefix);
    }

    /**
     * Allows an application to replace what it stored of characters, or forbids it, as its configuration page does.
     *
     * @param applicationKey key of a known application
     * @param allowed true, unless set
     */
    public void allowCharacterEditing(String applicationKey, boolean allowed) {
        service().registry().application(applicationKey);
        service().registry().characters().allowEditing(applicationKey, allowed);
    }

    /**
     * What {@code /user} tells as the id, and a payment from user to user names as {@code seller-id-from-gloebit}.
     *
     * @param userName name of a known account
     * @return the account's id, the same in every run
     */
    public UUID accountId(String userName) {
        return service().registry().account(userName).id();
    }

    /**
     * Disables a subscription, or enables it again. Nobody can be asked to authorize a disabled one.
     *
     * @param subscriptionId id of a known subscription
     * @param enabled true, unless set
     */
    public void enableSubscription(UUID subscriptionId, boolean enabled) {
        service().registry().subscriptions().enable(subscriptionId, enabled);
    }

    /**
     * Decides as the asked user does on the page of a subscription authorization.
     *
     * @param authorizationId id of a known subscription authorization
     * @param approved whether the user approves, or declines
     */
    public void decideSubscription(UUID authorizationId, boolean approved) {
        service().registry().subscriptions().decide(authorizationId, approved);
    }
}
