/** The calls of hold URLs. */
@NullMarked
package com.gloebit.simulator.internal.hold;

import org.jspecify.annotations.NullMarked;
