/** Finds leaked buffers in all tests. */
@NullMarked
package com.gloebit.simulator.leak;

import org.jspecify.annotations.NullMarked;
