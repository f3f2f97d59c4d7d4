/**
 * An in-process Gloebit service with a ledger, for tests and demonstrations. {@link
 * com.gloebit.simulator.GloebitSimulator} is the entry point.
 */
@NullMarked
package com.gloebit.simulator;

import org.jspecify.annotations.NullMarked;
