/** Not exported. Checks of arguments. */
@NullMarked
package com.gloebit.reactive.internal;

import org.jspecify.annotations.NullMarked;
