/** Not exported. Argument checks. */
@NullMarked
package com.gloebit.reactive.internal;

import org.jspecify.annotations.NullMarked;
