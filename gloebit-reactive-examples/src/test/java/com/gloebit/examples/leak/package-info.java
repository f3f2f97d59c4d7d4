/** Finds leaked buffers in all tests. */
@NullMarked
package com.gloebit.examples.leak;

import org.jspecify.annotations.NullMarked;
