/** The simulator as a program of its own, for clients in any language. */
@NullMarked
package com.gloebit.simulator.program;

import org.jspecify.annotations.NullMarked;
