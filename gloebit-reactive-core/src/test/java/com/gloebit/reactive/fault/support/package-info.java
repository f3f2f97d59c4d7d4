/** The cells of the fault matrix, the simulated service that has the faults, and the model of what comes of them. */
@NullMarked
package com.gloebit.reactive.fault.support;

import org.jspecify.annotations.NullMarked;
