/** The failures of a call, and whether the operation may have happened nevertheless. */
@NullMarked
package com.gloebit.reactive.failure;

import org.jspecify.annotations.NullMarked;
