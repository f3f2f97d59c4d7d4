package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.internal.wire.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The state of the ledger at one moment. */
public record LedgerSnapshot(
        Map<String, BigDecimal> balances,
        Map<String, BigDecimal> earnings,
        BigDecimal fees,
        List<LedgerEntry> entries) {

    public BigDecimal balance(String userName) {
        return Amounts.normal(balances.getOrDefault(userName, BigDecimal.ZERO));
    }

    public BigDecimal earnings(String applicationKey) {
        return Amounts.normal(earnings.getOrDefault(applicationKey, BigDecimal.ZERO));
    }

    /** Returns the gloebits of a user that held transactions reserve. */
    public BigDecimal held(String userName) {
        return Amounts.normal(entries.stream()
                .filter(entry ->
                        entry.state() == LedgerEntry.State.HELD && entry.payer().equals(userName))
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
