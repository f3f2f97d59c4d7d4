/** The only package that knows HTTP. */
@NullMarked
package com.gloebit.reactive.internal.http;

import org.jspecify.annotations.NullMarked;
