/** Who the user is. */
@NullMarked
package com.gloebit.reactive.identity;

import org.jspecify.annotations.NullMarked;
