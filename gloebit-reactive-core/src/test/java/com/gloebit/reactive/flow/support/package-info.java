/** The simulated service and its users, for tests of whole flows. */
@NullMarked
package com.gloebit.reactive.flow.support;

import org.jspecify.annotations.NullMarked;
