/** Finds leaked buffers in all tests. */
@NullMarked
package com.gloebit.reactive.leak;

import org.jspecify.annotations.NullMarked;
