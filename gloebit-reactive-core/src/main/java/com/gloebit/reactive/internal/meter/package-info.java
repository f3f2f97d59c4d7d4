/** Micrometer meters: their names, and their registration. */
@NullMarked
package com.gloebit.reactive.internal.meter;

import org.jspecify.annotations.NullMarked;
