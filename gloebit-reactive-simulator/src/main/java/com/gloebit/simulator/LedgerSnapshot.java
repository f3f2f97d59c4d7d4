package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The whole ledger at one moment. */
record LedgerSnapshot(
        Map<String, BigDecimal> balances,
        Map<String, BigDecimal> earnings,
        BigDecimal fees,
        List<LedgerEntry> entries) {

    BigDecimal balance(String userName) {
        return Amounts.normal(balances.getOrDefault(userName, BigDecimal.ZERO));
    }

    BigDecimal earnings(String applicationKey) {
        return Amounts.normal(earnings.getOrDefault(applicationKey, BigDecimal.ZERO));
    }

    /** What a user lacks and no payee has yet. */
    BigDecimal held(String userName) {
        return Amounts.normal(entries.stream()
                .filter(entry ->
                        entry.state() == LedgerEntry.State.HELD && entry.payer().equals(userName))
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
