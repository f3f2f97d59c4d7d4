/** Purchases: what to buy, under which id, and what Gloebit said of it. */
@NullMarked
package com.gloebit.reactive.transaction;

import org.jspecify.annotations.NullMarked;
