/** Every endpoint, against the strict double and against the simulator. */
@NullMarked
package com.gloebit.reactive.endpoint;

import org.jspecify.annotations.NullMarked;
