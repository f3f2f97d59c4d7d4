/** The settings of a client: environment, call limits, connections, retries and circuit breakers. */
@NullMarked
package com.gloebit.reactive.settings;

import org.jspecify.annotations.NullMarked;
