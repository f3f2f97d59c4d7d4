/** Attacks, each tried. */
@NullMarked
package com.gloebit.reactive.security;

import org.jspecify.annotations.NullMarked;
