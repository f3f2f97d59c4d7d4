/** Which service to talk to, and how patiently: environment, limits, connections, retries and circuit breakers. */
@NullMarked
package com.gloebit.reactive.settings;

import org.jspecify.annotations.NullMarked;
