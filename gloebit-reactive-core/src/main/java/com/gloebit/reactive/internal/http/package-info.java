/** HTTP. No other package depends on it. */
@NullMarked
package com.gloebit.reactive.internal.http;

import org.jspecify.annotations.NullMarked;
