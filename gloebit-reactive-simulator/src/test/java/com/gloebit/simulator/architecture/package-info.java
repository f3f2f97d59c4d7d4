/** The allowed dependencies among the packages. */
@NullMarked
package com.gloebit.simulator.architecture;

import org.jspecify.annotations.NullMarked;
