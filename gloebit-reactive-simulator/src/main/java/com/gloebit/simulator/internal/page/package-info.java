/** The pages for browsers. */
@NullMarked
package com.gloebit.simulator.internal.page;

import org.jspecify.annotations.NullMarked;
