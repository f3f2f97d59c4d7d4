/** The layers around every call: observation, retry, circuit breaker, timeout. */
@NullMarked
package com.gloebit.reactive.internal.pipeline;

import org.jspecify.annotations.NullMarked;
