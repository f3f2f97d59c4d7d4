/** From a purchase to the one body that stands for it. */
@NullMarked
package com.gloebit.reactive.internal.purchase;

import org.jspecify.annotations.NullMarked;
