/** Finds blocking calls on threads that must not block, in all tests. */
@NullMarked
package com.gloebit.reactive.blocking;

import org.jspecify.annotations.NullMarked;
