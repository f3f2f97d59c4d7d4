/** The only package that knows JSON. */
@NullMarked
package com.gloebit.reactive.internal.json;

import org.jspecify.annotations.NullMarked;
