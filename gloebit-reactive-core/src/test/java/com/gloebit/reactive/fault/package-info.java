/** The client under every fault of the simulator, under cancellation at every point, and under load. */
@NullMarked
package com.gloebit.reactive.fault;

import org.jspecify.annotations.NullMarked;
