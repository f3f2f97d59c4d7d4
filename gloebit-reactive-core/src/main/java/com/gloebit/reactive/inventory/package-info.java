/** What the user or a character owns. */
@NullMarked
package com.gloebit.reactive.inventory;

import org.jspecify.annotations.NullMarked;
