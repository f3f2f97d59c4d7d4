/** One row per endpoint, and how answers are read. */
@NullMarked
package com.gloebit.reactive.internal.endpoint;

import org.jspecify.annotations.NullMarked;
