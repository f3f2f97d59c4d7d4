package com.gloebit.simulator.internal.ledger;

import java.math.BigDecimal;

/**
 * The outcome of a transact request.
 *
 * @param balance the payer's balance after it
 * @param productCount the product's count after it, held units included; 0 for an item
 * @param isNew whether this request has queued the transaction
 * @param sameContent false if an earlier request with the same transaction id had different content
 */
public record TransactOutcome(
        TransactReply reply, BigDecimal balance, int productCount, boolean isNew, boolean sameContent) {}
