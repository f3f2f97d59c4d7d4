/** Micrometer meters: their names, and each one resolved once. */
@NullMarked
package com.gloebit.reactive.internal.meter;

import org.jspecify.annotations.NullMarked;
