/** Generated answers: whatever a server sends, what comes of it is a value that was told or a typed failure. */
@NullMarked
package com.gloebit.reactive.fuzz;

import org.jspecify.annotations.NullMarked;
