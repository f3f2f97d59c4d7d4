package com.gloebit.simulator.internal.ledger;

import java.math.BigDecimal;

/**
 * What became of a transact request.
 *
 * @param balance the payer's balance after it
 * @param productCount the product's count after it, with what is held; 0 for an item
 * @param isNew whether this request has put it on the queue
 * @param sameContent false if the transaction id is known with other content
 */
public record TransactOutcome(
        TransactReply reply, BigDecimal balance, int productCount, boolean isNew, boolean sameContent) {}
