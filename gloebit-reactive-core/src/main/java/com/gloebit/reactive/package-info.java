/** The client, its builder, and the view of one user. */
@NullMarked
package com.gloebit.reactive;

import org.jspecify.annotations.NullMarked;
