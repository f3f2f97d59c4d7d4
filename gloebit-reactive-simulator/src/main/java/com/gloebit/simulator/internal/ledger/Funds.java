package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.internal.wire.Amounts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Balances, earnings, fees and deposits; held gloebits are not included. Guarded by the ledger's lock. */
final class Funds {
    private final Map<String, BigDecimal> balances;
    private final Map<String, BigDecimal> earnings = new HashMap<>();
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal deposits = BigDecimal.ZERO;

    Funds(Map<String, BigDecimal> balances) {
        this.balances = new HashMap<>(balances);
    }

    /** Takes the amount from the payer; false if the balance does not cover it. */
    boolean take(Purchase purchase) {
        BigDecimal rest =
                balances.getOrDefault(purchase.payer(), BigDecimal.ZERO).subtract(purchase.amount());
        if (rest.signum() < 0) {
            return false;
        }
        balances.put(purchase.payer(), rest);
        return true;
    }

    void giveBack(Purchase purchase) {
        balances.merge(purchase.payer(), purchase.amount(), BigDecimal::add);
    }

    /** Pays the amount less the fee to the payee. */
    void pay(Purchase purchase, BigDecimal fee) {
        BigDecimal amount = purchase.amount().subtract(fee);
        purchase.payee()
                .ifPresentOrElse(
                        payee -> balances.merge(payee, amount, BigDecimal::add),
                        () -> earnings.merge(purchase.applicationKey(), amount, BigDecimal::add));
        fees = fees.add(fee);
    }

    void deposit(String userName, BigDecimal amount) {
        balances.merge(userName, amount, BigDecimal::add);
        deposits = deposits.add(amount);
    }

    BigDecimal balance(String userName) {
        return Amounts.normal(balances.getOrDefault(userName, BigDecimal.ZERO));
    }

    BigDecimal earnings(String applicationKey) {
        return Amounts.normal(earnings.getOrDefault(applicationKey, BigDecimal.ZERO));
    }

    BigDecimal fees() {
        return Amounts.normal(fees);
    }

    BigDecimal deposits() {
        return Amounts.normal(deposits);
    }

    LedgerSnapshot snapshot(List<LedgerEntry> entries) {
        return new LedgerSnapshot(Map.copyOf(balances), Map.copyOf(earnings), fees(), entries);
    }
}
