/** Requests, answers and their members, as they are read and written. */
@NullMarked
package com.gloebit.simulator.internal.wire;

import org.jspecify.annotations.NullMarked;
