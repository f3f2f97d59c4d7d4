/** Every way a call can fail, and whether the operation may have happened all the same. */
@NullMarked
package com.gloebit.reactive.failure;

import org.jspecify.annotations.NullMarked;
