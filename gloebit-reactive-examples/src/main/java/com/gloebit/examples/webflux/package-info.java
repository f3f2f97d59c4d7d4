/** The same shop in Spring WebFlux. */
@NullMarked
package com.gloebit.examples.webflux;

import org.jspecify.annotations.NullMarked;
