/** Not exported. The implementations of the public views. */
@NullMarked
package com.gloebit.reactive.internal.calls;

import org.jspecify.annotations.NullMarked;
