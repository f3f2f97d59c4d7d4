/** The identity of a user. */
@NullMarked
package com.gloebit.reactive.identity;

import org.jspecify.annotations.NullMarked;
