/** JSON. No other package depends on Jackson. */
@NullMarked
package com.gloebit.reactive.internal.json;

import org.jspecify.annotations.NullMarked;
