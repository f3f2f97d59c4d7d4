/** Accounts, products, subscriptions, and the bookings of gloebits. */
@NullMarked
package com.gloebit.simulator.internal.ledger;

import org.jspecify.annotations.NullMarked;
