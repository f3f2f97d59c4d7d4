/** The server, its routes, and the faults that requests meet. */
@NullMarked
package com.gloebit.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
