/** The client against a strict double of Gloebit: exact requests, canned answers, expected values and failures. */
@NullMarked
package com.gloebit.reactive.wire;

import org.jspecify.annotations.NullMarked;
