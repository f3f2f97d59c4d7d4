/** Random programs under random faults, and a ledger that cannot lie. */
@NullMarked
package com.gloebit.reactive.simulation;

import org.jspecify.annotations.NullMarked;
