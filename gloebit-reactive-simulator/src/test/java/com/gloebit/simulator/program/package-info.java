/** Tests of the program. */
@NullMarked
package com.gloebit.simulator.program;

import org.jspecify.annotations.NullMarked;
