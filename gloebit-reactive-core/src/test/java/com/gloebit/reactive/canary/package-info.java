/** Finds secrets where they must not be, in all tests. */
@NullMarked
package com.gloebit.reactive.canary;

import org.jspecify.annotations.NullMarked;
