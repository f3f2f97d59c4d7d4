/** Support code that tests of several packages share. */
@NullMarked
package com.gloebit.simulator.support;

import org.jspecify.annotations.NullMarked;
