/** Purchases, their ids, and Gloebit's answers to them. */
@NullMarked
package com.gloebit.reactive.transaction;

import org.jspecify.annotations.NullMarked;
