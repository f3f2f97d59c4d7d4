/** The pages that a browser sees. */
@NullMarked
package com.gloebit.simulator.internal.page;

import org.jspecify.annotations.NullMarked;
