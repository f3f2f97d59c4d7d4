/** The client, one user's view of it, and how both are set up. */
@NullMarked
package com.gloebit.reactive;

import org.jspecify.annotations.NullMarked;
