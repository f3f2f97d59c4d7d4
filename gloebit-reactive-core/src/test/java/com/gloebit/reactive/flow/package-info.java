/** The client against the simulator: whole flows, with the ledger as the judge. */
@NullMarked
package com.gloebit.reactive.flow;

import org.jspecify.annotations.NullMarked;
