/** A shop on Reactor Netty alone. */
@NullMarked
package com.gloebit.examples.reactornetty;

import org.jspecify.annotations.NullMarked;
