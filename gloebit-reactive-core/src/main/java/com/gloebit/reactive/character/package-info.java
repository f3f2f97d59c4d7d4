/** The user's characters. */
@NullMarked
package com.gloebit.reactive.character;

import org.jspecify.annotations.NullMarked;
