/** The subscriber's Reactor context, and with it a trace, reaches all that runs on its behalf. */
@NullMarked
package com.gloebit.reactive.context;

import org.jspecify.annotations.NullMarked;
