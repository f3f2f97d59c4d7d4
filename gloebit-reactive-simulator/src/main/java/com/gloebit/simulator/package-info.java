/**
 * An in-process Gloebit service with a real ledger, for tests and demonstrations. Begin at {@link
 * com.gloebit.simulator.GloebitSimulator}.
 */
@NullMarked
package com.gloebit.simulator;

import org.jspecify.annotations.NullMarked;
